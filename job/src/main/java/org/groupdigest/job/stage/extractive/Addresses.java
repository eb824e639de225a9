package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;

/**
 * Finds the participant whom a message begins by addressing. The name is taken off only where it
 * can be nothing else: "Anna took the money" speaks of Anna, and "Anna: I took the money" may quote
 * her, unless people of this chat address one another that way all the time.
 */
final class Addresses {

  private static final Pattern MARKED =
      Pattern.compile("^@?([\\p{L}\\p{N}_`^|\\\\\\[\\]{}-]{2,32})\\s*[:,]+\\s+");
  private static final Pattern MENTION = Pattern.compile("^@([\\p{L}\\p{N}_]{2,32})[\\s,:]+");
  private static final Pattern PLAIN = Pattern.compile("^([\\p{L}\\p{N}_`|-]{4,32}) (?=\\S+ \\S)");
  private static final Pattern FIRST_SENTENCE = Pattern.compile("^[^.!?\\n]*\\?");
  private static final int MOST_NAMES = 3;
  private static final int HABIT_MESSAGES = 4;
  private static final int HABIT_PEOPLE = 2;
  private static final double HABIT = 0.08;

  private final CueWords cues;
  private final Names names;
  private final boolean habit;

  /**
   * @param habit whether people of this chat begin their messages with "name:" to address somebody
   */
  Addresses(CueWords cues, Names names, boolean habit) {
    this.cues = cues;
    this.names = names;
    this.habit = habit;
  }

  /** Addresses of a chat with these messages. */
  static Addresses of(List<Message> messages, CueWords cues, Names names) {
    int marked = 0;
    Set<String> people = new HashSet<>();
    for (Message message : messages) {
      Matcher matcher = MARKED.matcher(message.text().strip());
      if (matcher.find() && names.find(matcher.group(1)) != null) {
        marked++;
        people.add(message.senderId());
      }
    }
    boolean habit =
        marked >= HABIT_MESSAGES
            && people.size() >= HABIT_PEOPLE
            && marked >= HABIT * messages.size();
    return new Addresses(cues, names, habit);
  }

  /**
   * A text and whom it addresses.
   *
   * @param addressee shown name, or null
   * @param text the text, without the address where that is sure to be one
   */
  record Addressed(String addressee, String text) {}

  /** Takes an address off; repeated ones too. */
  Addressed of(String text) {
    List<String> found = new ArrayList<>();
    String rest = text;
    while (found.size() < MOST_NAMES) {
      Matcher matcher = matcher(rest);
      String name = matcher == null ? null : names.find(matcher.group(1));
      String after = matcher == null ? "" : rest.substring(matcher.end());
      if (name == null || !isAddressed(matcher, after)) {
        break;
      }
      found.add(name);
      if (!isSure(matcher, after)) {
        break;
      }
      rest = after;
    }
    return new Addressed(found.isEmpty() ? null : found.get(0), rest);
  }

  private static Matcher matcher(String text) {
    for (Pattern pattern : List.of(MARKED, MENTION, PLAIN)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }

  private boolean isAddressed(Matcher matcher, String after) {
    if (matcher.pattern().equals(PLAIN)) {
      return cues.begins("spoken-to", after) && !cues.isAll("common-word", matcher.group(1));
    }
    boolean colon = matcher.group().contains(":");
    if (colon) {
      return habit || !cues.begins("own-voice", after);
    }
    return matcher.pattern().equals(MENTION)
        ? !cues.begins("third-person", after)
        : habit || !cues.begins("apposition", after);
  }

  private boolean isSure(Matcher matcher, String after) {
    boolean marked = matcher.pattern().equals(MARKED);
    return cues.begins("spoken-to", after) || (marked && (habit || isAsked(after)));
  }

  private boolean isAsked(String after) {
    return FIRST_SENTENCE.matcher(after).find() || cues.begins("action.request", after);
  }
}
