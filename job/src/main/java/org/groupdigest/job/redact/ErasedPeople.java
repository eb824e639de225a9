package org.groupdigest.job.redact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.sources.NameForms;

/**
 * People of whom a digest has no message left, and whether a text names one of them: by the whole
 * name in any letter case, with or without {@code @}, declined as in Russian, or by the first word
 * of the name where nobody else in the digest is called so.
 */
final class ErasedPeople {

  private static final Pattern NO_NAME_PART = Pattern.compile("[^\\p{L}\\p{N}_]++");
  private static final int MIN_FIRST_NAME = 3;

  private final Set<String> shownNames;
  private final List<List<String>> spokenNames;
  private final List<String> wordlessNames;

  private ErasedPeople(Set<String> erased, Set<String> remaining) {
    this.shownNames = erased;
    this.spokenNames = new ArrayList<>();
    this.wordlessNames = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    remaining.forEach(name -> taken.addAll(words(name)));
    erased.forEach(name -> add(name, taken));
  }

  /** Those whose every message is erased and whose name no other author bears. */
  static ErasedPeople of(List<SourceMessage> sources, Set<String> erasedMessages) {
    Set<String> gone = new HashSet<>();
    Set<String> remaining = new HashSet<>();
    Set<String> staying = new HashSet<>();
    for (SourceMessage source : sources) {
      if (!erasedMessages.contains(source.messageId())) {
        staying.add(source.senderId());
      }
    }
    for (SourceMessage source : sources) {
      (staying.contains(source.senderId()) ? remaining : gone).add(source.author());
    }
    gone.removeAll(remaining);
    return new ErasedPeople(gone, remaining);
  }

  /** Whether this is how one of them is shown. */
  boolean include(String shownName) {
    return shownName != null && shownNames.contains(shownName);
  }

  /** Whether the text names one of them; false for null. */
  boolean areNamedIn(String text) {
    if (text == null || shownNames.isEmpty()) {
      return false;
    }
    List<String> words = words(text);
    return spokenNames.stream().anyMatch(name -> contains(words, name))
        || wordlessNames.stream().anyMatch(text::contains);
  }

  private void add(String name, Set<String> taken) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      wordlessNames.add(name);
      return;
    }
    spokenNames.add(words);
    String first = words.get(0);
    if (first.length() >= MIN_FIRST_NAME && !taken.contains(first)) {
      spokenNames.add(List.of(first));
    }
  }

  private static boolean contains(List<String> words, List<String> name) {
    for (int start = 0; start + name.size() <= words.size(); start++) {
      if (isAt(words, start, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(List<String> words, int start, List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      if (!NameForms.isForm(words.get(start + i), name.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String text) {
    return NO_NAME_PART
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
