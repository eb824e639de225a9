package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;

/**
 * Tells programs from people: by the source's own mark, by name ({@code wikibugs}), because nearly
 * all that a sender writes begins with the same few words and has a link, or because it is one form
 * that is filled in again and again.
 */
final class Programs {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).+(?:bot[u\\d_`]*|bugs|serv|-wm)|(?:jenkins|github|gitlab|travis|gerrit)\\W*\\w*");
  private static final int ENOUGH = 6;
  private static final int PATTERNS = 3;
  private static final double MOST = 0.75;
  private static final int FORMS = 3;
  private static final int FORM_WORDS = 5;
  private static final double FILLED = 0.8;

  private Programs() {}

  /** Sender ids of programs among the authors of a window. */
  static Set<String> among(WindowContext window) {
    Map<String, Integer> repeats = new HashMap<>();
    window.duplicates().stream()
        .filter(group -> group.authors().size() == 1)
        .forEach(group -> repeats.put(group.keptId(), group.count()));
    Map<String, List<Message>> bySender = new LinkedHashMap<>();
    window
        .messages()
        .forEach(
            one -> bySender.computeIfAbsent(one.senderId(), key -> new ArrayList<>()).add(one));
    Set<String> programs = new HashSet<>();
    bySender.forEach(
        (sender, own) -> {
          if (own.stream().anyMatch(Message::bot)
              || NAME.matcher(own.get(0).author()).matches()
              || isMonotonous(own)
              || isForm(own, repeats)) {
            programs.add(sender);
          }
        });
    return programs;
  }

  private static boolean isMonotonous(List<Message> own) {
    if (own.size() < ENOUGH) {
      return false;
    }
    Map<String, Integer> openings = new HashMap<>();
    own.forEach(one -> openings.merge(opening(one.text()), 1, Integer::sum));
    int frequent =
        openings.values().stream().sorted((a, b) -> b - a).limit(PATTERNS).mapToInt(i -> i).sum();
    long linked = own.stream().filter(one -> one.text().contains("://")).count();
    return frequent >= MOST * own.size() && linked >= MOST * own.size();
  }

  /** Several long messages that differ in numbers alone, or in a word or two. */
  private static boolean isForm(List<Message> own, Map<String, Integer> repeats) {
    List<Set<String>> texts = new ArrayList<>();
    for (Message one : own) {
      int times = 1 + Math.min(FORMS, repeats.getOrDefault(one.messageId(), 0));
      texts.addAll(Collections.nCopies(times, words(one.text())));
    }
    if (texts.size() < FORMS) {
      return false;
    }
    long alike =
        texts.stream()
            .filter(one -> one.size() >= FORM_WORDS)
            .filter(
                one ->
                    texts.stream().filter(other -> isAlike(one, other)).count() * 2 > texts.size())
            .count();
    return alike >= FILLED * texts.size();
  }

  private static boolean isAlike(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return shared >= FILLED * Math.max(one.size(), other.size());
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        Arrays.asList(
            text.toLowerCase(Locale.ROOT).replaceAll("\\p{N}+", "#").split("[^\\p{L}#/]+")));
  }

  private static String opening(String text) {
    String[] words = text.strip().split("\\s+", 3);
    return words.length < 2 ? text : words[0] + " " + words[1];
  }
}
