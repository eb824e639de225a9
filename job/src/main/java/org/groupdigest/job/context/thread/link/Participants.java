package org.groupdigest.job.context.thread.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;

/**
 * Who takes part in a conversation, as small numbers, and by which words they are known. A name
 * that is also an ordinary word there ("the", "work") counts only where it is used as an address.
 */
final class Participants {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern OPENING = Pattern.compile("^[\ufeff(\\[\"'<]+");
  private static final Pattern CLOSING = Pattern.compile("[)\\]\"'>.,:;!?…]+$");
  private static final int SHORTEST_PLAIN_NAME = 3;
  private static final int PLAIN_USES_OF_A_NAME = 3;

  private final Map<String, Integer> numberBySender = new HashMap<>();
  private final Map<String, List<Integer>> numbersByName = new HashMap<>();
  private final Map<String, int[]> usesByName = new HashMap<>();
  private final CueWords cueWords;
  private int strangers;

  /** Reads the participants off their messages. */
  Participants(List<Message> messages, CueWords cueWords) {
    this.cueWords = cueWords;
    messages.forEach(this::addSender);
    messages.forEach(message -> countUses(words(message.text())));
    messages.forEach(message -> addStranger(words(message.text())));
  }

  /** The number of a sender, from 0 in order of appearance. */
  int numberOf(String senderId) {
    return numberBySender.get(senderId);
  }

  /** How many participants there are, those counted in who are only spoken to. */
  int count() {
    return numberBySender.size() + strangers;
  }

  /** The participants that a text speaks to or of, its author left out. */
  Mentions mentionsIn(String text, int author) {
    MentionsBuilder found = new MentionsBuilder(author);
    List<String> words = words(text);
    boolean opening = true;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean at = word.startsWith("@");
      String name = bare(word);
      List<Integer> known = numbersByName.getOrDefault(name, List.of());
      boolean address = at || (opening && isAddress(words, i));
      if (known.isEmpty()) {
        found.stranger |= address && i == 0 && (at || !cueWords.isOrdinary(name));
        opening &= name.isEmpty();
      } else if (address || (opening && isPlainName(name))) {
        found.add(known, name, true);
      } else {
        opening = false;
        if (isPlainName(name)) {
          found.add(known, name, false);
        }
      }
    }
    return found.build();
  }

  private void addSender(Message message) {
    int number = numberBySender.computeIfAbsent(message.senderId(), id -> numberBySender.size());
    for (String form : NameForms.of(message.senderUsername(), message.senderName())) {
      List<Integer> numbers =
          numbersByName.computeIfAbsent(stripEdges(form), name -> new ArrayList<>(1));
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
  }

  /** Somebody who is spoken to but never writes is a participant too. */
  private void addStranger(List<String> words) {
    if (words.size() < 2 || !(words.get(0).endsWith(":") || words.get(0).startsWith("@"))) {
      return;
    }
    String name = bare(words.get(0));
    boolean nameLike = name.length() >= SHORTEST_PLAIN_NAME && !cueWords.isOrdinary(name);
    if (nameLike && !numbersByName.containsKey(name)) {
      numbersByName.put(name, List.of(count()));
      usesByName.put(name, new int[] {Integer.MAX_VALUE, 0});
      strangers++;
    }
  }

  private void countUses(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String name = bare(words.get(i));
      if (numbersByName.containsKey(name)) {
        boolean address = words.get(i).startsWith("@") || (i == 0 && isAddress(words, i));
        usesByName.computeIfAbsent(name, n -> new int[2])[address ? 1 : 0]++;
      }
    }
  }

  private boolean isPlainName(String name) {
    int[] uses = usesByName.getOrDefault(name, new int[2]);
    return name.length() >= SHORTEST_PLAIN_NAME
        && !cueWords.isStopWord(name)
        && uses[0] <= PLAIN_USES_OF_A_NAME * (uses[1] + 1);
  }

  private static boolean isAddress(List<String> words, int i) {
    return endsLikeAddress(words.get(i)) || (i + 1 < words.size() && isSeparator(words.get(i + 1)));
  }

  private static boolean endsLikeAddress(String word) {
    return word.endsWith(":") || word.endsWith(",");
  }

  private static boolean isSeparator(String word) {
    return word.equals(":") || word.equals(",") || word.equals("-") || word.equals("->");
  }

  private static List<String> words(String text) {
    return SPACE
        .splitAsStream(text.strip().toLowerCase(Locale.ROOT))
        .map(word -> OPENING.matcher(word).replaceFirst(""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String bare(String word) {
    return stripEdges(word.startsWith("@") ? word.substring(1) : word);
  }

  private static String stripEdges(String word) {
    String bare = CLOSING.matcher(OPENING.matcher(word).replaceFirst("")).replaceFirst("");
    return bare.isEmpty() ? word : bare;
  }
}
