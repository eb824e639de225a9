package org.groupdigest.job.stage.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.sources.NameForms;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.stage.guard.Speakers.Speaker;

/**
 * Whether people are named truthfully: who is said to have said something wrote one of the cited
 * messages, and who is mentioned wrote one or is addressed in one.
 */
final class NameMentions {

  private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\d_])@([\\p{L}\\d_]++)");
  private static final Pattern NO_NAME_PART = Pattern.compile("[^\\p{L}\\d]++");
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  private final WindowMessages window;
  private final People people;
  private final Speakers speakers;

  NameMentions(WindowMessages window) {
    this.window = window;
    this.people = new People(window);
    this.speakers = new Speakers(people);
  }

  /** Whether everyone named in the claim is named truthfully with regard to the cited messages. */
  boolean areTrue(String claim, List<Message> cited) {
    for (Matcher mention = MENTION.matcher(claim); mention.find(); ) {
      String name = window.participant(mention.group(1)).orElse(mention.group(1));
      if (!isConcerned(name, cited)) {
        return false;
      }
    }
    String[] words = People.words(claim);
    return speakersWrote(words, cited)
        && othersAreConcerned(words, cited)
        && nobodyIsMadeUp(words, cited);
  }

  /** Whether the participant wrote one of the messages or is addressed in one. */
  boolean isConcerned(String shownName, List<Message> cited) {
    return isAuthor(shownName, cited) || isAddressed(shownName, cited);
  }

  /** Whether the participant wrote one of the messages. */
  boolean isAuthor(String shownName, List<Message> cited) {
    return cited.stream().anyMatch(message -> window.authorsOf(message).contains(shownName));
  }

  /** Whether one of the messages answers the participant, names them or passes on their words. */
  boolean isAddressed(String shownName, List<Message> cited) {
    return cited.stream()
        .anyMatch(
            message ->
                answers(message, shownName)
                    || names(message, shownName)
                    || passesOn(message, shownName));
  }

  private boolean answers(Message message, String shownName) {
    String parent = message.replyToMessageId();
    return parent != null
        && window.find(parent).map(Message::author).filter(shownName::equals).isPresent();
  }

  private boolean passesOn(Message message, String shownName) {
    return window.participant(message.forwardedFrom()).filter(shownName::equals).isPresent();
  }

  private static boolean names(Message message, String shownName) {
    String text = message.readableText().toLowerCase(Locale.ROOT);
    String name = shownName.toLowerCase(Locale.ROOT);
    return containsWord(text, name) || containsForm(text, BLANKS.split(name)[0]);
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

  private static boolean containsForm(String text, String name) {
    return NO_NAME_PART.splitAsStream(text).anyMatch(word -> NameForms.isForm(word, name));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean speakersWrote(String[] words, List<Message> cited) {
    for (Speaker speaker : speakers.in(words)) {
      boolean wrote = speaker.candidates().stream().anyMatch(one -> isAuthor(one, cited));
      if (!wrote && !isQuoted(words, speaker.at(), cited)) {
        return false;
      }
    }
    return true;
  }

  private boolean othersAreConcerned(String[] words, List<Message> cited) {
    for (String word : words) {
      Set<String> named = people.named(word);
      if (!named.isEmpty()
          && named.stream().noneMatch(person -> isConcerned(person, cited))
          && cited.stream().noneMatch(message -> isWordOf(message, People.bare(word)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * First and family name before a verb of speech are somebody, and somebody whom neither the
   * window nor the cited messages know is made up. One name alone may be a team, or begin the
   * sentence.
   */
  private boolean nobodyIsMadeUp(String[] words, List<Message> cited) {
    for (int i = 0; i + 2 < words.length; i++) {
      if (Speakers.isSpeech(words, i + 2)
          && isUnknownName(words[i], cited)
          && isUnknownName(words[i + 1], cited)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnknownName(String word, List<Message> cited) {
    String bare = People.bare(word);
    return !bare.isEmpty()
        && Character.isUpperCase(bare.charAt(0))
        && bare.chars().skip(1).allMatch(Character::isLowerCase)
        && people.speaking(word).isEmpty()
        && cited.stream().noneMatch(message -> isWordOf(message, bare));
  }

  private static boolean isWordOf(Message message, String word) {
    String text = message.readableText().toLowerCase(Locale.ROOT);
    return containsForm(text, word) || containsWord(text, word.toLowerCase(Locale.ROOT));
  }

  // "tamer: see the docs" in a source addresses tamer; repeating it does not quote tamer.
  private static boolean isQuoted(String[] words, int i, List<Message> cited) {
    String phrase = words[i] + (i + 1 < words.length ? " " + words[i + 1] : "");
    String lower = phrase.toLowerCase(Locale.ROOT);
    return cited.stream()
        .anyMatch(
            message ->
                BLANKS
                    .matcher(message.readableText().toLowerCase(Locale.ROOT))
                    .replaceAll(" ")
                    .contains(lower));
  }
}
