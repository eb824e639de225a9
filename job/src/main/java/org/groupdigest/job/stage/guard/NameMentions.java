package org.groupdigest.job.stage.guard;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.sources.WindowMessages;

/**
 * Whether people are named truthfully: who is said to have said something wrote one of the cited
 * messages, and who is mentioned wrote one or is addressed in one.
 */
final class NameMentions {

  private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\d_])@([\\p{L}\\d_]++)");
  private static final Pattern WORDS = Pattern.compile("\\s++");
  private static final int MIN_STEM = 3;

  /** Beginnings of verbs that make the word before them a speaker. */
  private static final List<String> SPEECH =
      List.of(
          "said",
          "says",
          "wrote",
          "writes",
          "asked",
          "asks",
          "propos",
          "suggest",
          "reported",
          "promised",
          "agreed",
          "confirmed",
          "answered",
          "replied",
          "сказал",
          "написал",
          "предложил",
          "предлагает",
          "спросил",
          "спрашивает",
          "сообщил",
          "пообещал",
          "обещает",
          "согласил",
          "подтвердил",
          "ответил",
          "говорит",
          "пишет",
          "считает");

  private final WindowMessages window;

  NameMentions(WindowMessages window) {
    this.window = window;
  }

  /** Whether everyone named in the claim is named truthfully with regard to the cited messages. */
  boolean areTrue(String claim, List<Message> cited) {
    for (Matcher mention = MENTION.matcher(claim); mention.find(); ) {
      String name = window.participant(mention.group(1)).orElse(mention.group(1));
      if (!isAuthor(name, cited) && !isAddressed(name, cited)) {
        return false;
      }
    }
    return speakersWrote(claim, cited);
  }

  /** Whether the participant wrote one of the messages. */
  boolean isAuthor(String shownName, List<Message> cited) {
    return cited.stream().anyMatch(message -> window.authorsOf(message).contains(shownName));
  }

  /** Whether one of the messages answers the participant or names them. */
  boolean isAddressed(String shownName, List<Message> cited) {
    return cited.stream()
        .anyMatch(message -> answers(message, shownName) || names(message, shownName));
  }

  private boolean answers(Message message, String shownName) {
    String parent = message.replyToMessageId();
    return parent != null
        && window.find(parent).map(Message::author).filter(shownName::equals).isPresent();
  }

  private static boolean names(Message message, String shownName) {
    String text = message.readableText().toLowerCase(Locale.ROOT);
    String name = shownName.toLowerCase(Locale.ROOT);
    return containsWord(text, name) || containsForm(text, WORDS.split(name)[0]);
  }

  private static boolean containsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isNamePart(text.charAt(at - 1)))
          && (end == text.length() || !isNamePart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  // Russian names are declined: «Глеб», «Глебу»; «Анна», «Анне».
  private static boolean containsForm(String text, String name) {
    String stem = name.replaceAll("[аяйьеоиыу]$", "");
    if (stem.length() < MIN_STEM
        || Character.UnicodeScript.of(stem.charAt(0)) != Character.UnicodeScript.CYRILLIC) {
      return false;
    }
    return Pattern.compile("[^\\p{L}\\d]++")
        .splitAsStream(text)
        .anyMatch(word -> word.startsWith(stem) && word.length() <= stem.length() + 2);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean speakersWrote(String claim, List<Message> cited) {
    String[] words = WORDS.split(claim.strip());
    for (int i = 0; i < words.length; i++) {
      String speaker = speakerEndingAt(words, i);
      if (speaker != null && !isAuthor(speaker, cited) && !isQuoted(words, i, cited)) {
        return false;
      }
    }
    return true;
  }

  /** The participant whose name ends at this word, if the words around make them a speaker. */
  private String speakerEndingAt(String[] words, int i) {
    boolean verbNext = i + 1 < words.length && isSpeech(words[i + 1]);
    boolean colon = words[i].endsWith(":");
    String one = bare(words[i]);
    String two = i > 0 ? bare(words[i - 1]) + " " + one : one;
    if (verbNext || (colon && i <= 1)) {
      String pair = window.participant(two).orElse(null);
      return pair != null || (colon && i == 1) ? pair : window.participant(one).orElse(null);
    }
    return null;
  }

  // "tamer: see the docs" in a source addresses tamer; repeating it does not quote tamer.
  private static boolean isQuoted(String[] words, int i, List<Message> cited) {
    String phrase = words[i] + (i + 1 < words.length ? " " + words[i + 1] : "");
    String lower = phrase.toLowerCase(Locale.ROOT);
    return cited.stream()
        .anyMatch(
            message ->
                WORDS
                    .matcher(message.readableText().toLowerCase(Locale.ROOT))
                    .replaceAll(" ")
                    .contains(lower));
  }

  private static boolean isSpeech(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return SPEECH.stream().anyMatch(lower::startsWith);
  }

  private static String bare(String word) {
    return word.replaceAll("^[@«\"'(\\[]++|[:,.;!?»\"')\\]]++$", "");
  }
}
