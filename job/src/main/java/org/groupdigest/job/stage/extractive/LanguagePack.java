package org.groupdigest.job.stage.extractive;

import java.util.List;
import org.groupdigest.udfs.language.LanguageAnalyzer;

/**
 * Everything the engine knows of the languages at hand. Russian and English texts are read with the
 * words of both, because chats mix them; a text in any other language is read with methods that
 * need no words. What the engine says itself is in the language of the digest.
 *
 * @param analyzer words, stems and stop words
 * @param cues expressions by which statements are recognised
 * @param emotions words and signs of feeling
 * @param wording what the engine says itself
 * @param steering recognises orders to the engine, in all languages at hand
 */
record LanguagePack(
    LanguageAnalyzer analyzer,
    CueWords cues,
    EmotionLexicon emotions,
    Wording wording,
    Steering steering) {

  /** Recognises words that a sender passes on. */
  ReportedSpeech reported() {
    return new ReportedSpeech(cues);
  }

  /** Languages with all resources. */
  static final List<String> COMPLETE = List.of("en", "ru");

  /**
   * The pack for a window.
   *
   * @param textLanguage language of the messages; null and {@code und} are read as Russian and
   *     English
   * @param digestLanguage language of the digest
   */
  static LanguagePack of(String textLanguage, String digestLanguage) {
    boolean unsure = textLanguage == null || textLanguage.isBlank() || "und".equals(textLanguage);
    boolean known = unsure || COMPLETE.contains(textLanguage);
    List<String> languages = known ? COMPLETE : List.of();
    CueWords cues = CueWords.of(languages);
    return new LanguagePack(
        LanguageAnalyzer.of(known ? "en" : textLanguage),
        cues,
        EmotionLexicon.of(languages),
        Wording.of(digestLanguage),
        new Steering(known ? cues : CueWords.of(COMPLETE)));
  }
}
