package org.groupdigest.udfs.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Says which language a chat is in. One chat message is too short to tell, so a sample of many is
 * judged as one text: first by its script, then by OpenNLP's n-gram model among the languages of
 * that script. Languages that digests are most often made of are taken as likelier beforehand,
 * which decides only where the text itself decides nothing. Near languages in Cyrillic are told
 * apart by their letters too, and Russian that is typed in Latin letters is Russian.
 *
 * <p>Thread-safe. The model (10 MB) is loaded at first need, once a class loader.
 */
public final class LanguageDetector {

  /** The answer where there is nothing to judge. */
  public static final String UNDETERMINED = "und";

  private static final int SAMPLE_CHARACTERS = 4000;
  private static final int MESSAGE_CHARACTERS = 200;
  private static final int MIN_LETTERS = 2;

  private static final Pattern NOISE =
      Pattern.compile("\\b(?:https?://|www\\.)\\S+|[@#/]\\w+|\\S+@\\S+|\\[[a-z_]+:[0-9a-z]+]");

  /** How much likelier than any other language. */
  private static final Map<String, Double> PRIOR = Map.of("en", 1.5, "ru", 1.2, "hr", 1.2);

  /** From so many words on, common words alone tell Russian in Latin letters. */
  private static final int ENOUGH_WORDS = 25;

  /** Least share of common Russian words; texts in other languages have less than half of it. */
  private static final double RUSSIAN_WORDS = 0.1;

  private static final double LIKELIER = 1.05;

  /**
   * The language of a text.
   *
   * @return ISO 639-1 code, or {@link #UNDETERMINED}
   */
  public String detect(String text) {
    return detect(List.of(text));
  }

  /**
   * The language of a chat: at most {@value #SAMPLE_CHARACTERS} characters are looked at, taken
   * evenly from all messages, at most {@value #MESSAGE_CHARACTERS} of each.
   *
   * @return ISO 639-1 code, or {@link #UNDETERMINED}
   */
  public String detect(List<String> messages) {
    String sample = sample(messages);
    WritingSystem script = WritingSystem.of(sample);
    if (script == null || sample.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
      return UNDETERMINED;
    }
    String only = script.onlyLanguage();
    if (only != null) {
      return only;
    }
    String words = script.wordsOf(sample);
    boolean russian = script == WritingSystem.LATIN && isLatinRussian(words);
    return russian ? "ru" : likeliest(words, script);
  }

  private static String sample(List<String> messages) {
    int step = Math.max(1, messages.size() * 20 / SAMPLE_CHARACTERS);
    StringBuilder sample = new StringBuilder();
    for (int i = 0; i < messages.size() && sample.length() < SAMPLE_CHARACTERS; i += step) {
      sample.append(start(messages.get(i))).append('\n');
    }
    return sample.toString();
  }

  private static String start(String message) {
    String head = message.substring(0, Math.min(message.length(), 2 * MESSAGE_CHARACTERS));
    String words = NOISE.matcher(head).replaceAll(" ");
    return words.substring(0, Math.min(words.length(), MESSAGE_CHARACTERS));
  }

  private static String likeliest(String words, WritingSystem script) {
    String best = UNDETERMINED;
    double highest = 0;
    for (Language language : predict(words)) {
      String code = Model.CODES.getOrDefault(language.getLang(), UNDETERMINED);
      double weight = language.getConfidence() * PRIOR.getOrDefault(code, 1.0);
      if (script == WritingSystem.CYRILLIC) {
        weight *= CyrillicAlphabets.fit(code, words);
      }
      if (weight > highest && !code.equals(UNDETERMINED) && script.writes(code)) {
        best = code;
        highest = weight;
      }
    }
    return best;
  }

  /** Few words may be Russian by chance: then the letters must look Russian as well. */
  private static boolean isLatinRussian(String words) {
    LatinRussian.Share share = LatinRussian.share(words);
    return share.of() >= RUSSIAN_WORDS
        && (share.words() >= ENOUGH_WORDS
            || russian(Cyrillised.of(words)) >= LIKELIER * predict(words)[0].getConfidence());
  }

  private static double russian(String text) {
    return Arrays.stream(predict(text))
        .filter(language -> language.getLang().equals("rus"))
        .mapToDouble(Language::getConfidence)
        .findFirst()
        .orElse(0);
  }

  private static Language[] predict(String text) {
    return new LanguageDetectorME(Model.LOADED).predictLanguages(text);
  }

  /** Loaded by the class loader at the first detection that needs it; immutable. */
  private static final class Model {

    static final LanguageDetectorModel LOADED = load();
    static final Map<String, String> CODES = codes();

    private static LanguageDetectorModel load() {
      try (InputStream in = LanguageDetector.class.getResourceAsStream("/langdetect-183.bin")) {
        if (in == null) {
          throw new IllegalStateException("the language model is not on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the language model", e);
      }
    }

    /** ISO 639-1 by ISO 639-3; the JDK lacks members of groups and may give old codes. */
    private static Map<String, String> codes() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
      }
      codes.putAll(
          Map.of("cmn", "zh", "nan", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "pnb", "pa"));
      codes.putAll(Map.of("heb", "he", "ind", "id"));
      return codes;
    }
  }
}
