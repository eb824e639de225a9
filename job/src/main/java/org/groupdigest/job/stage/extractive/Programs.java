package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;

/**
 * Tells programs from people where the source does not mark them: by name ({@code wikibugs}), or
 * because nearly all that a sender writes begins with the same few words and has a link.
 */
final class Programs {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).+(?:bot[u\\d_`]*|bugs|serv|-wm)|(?:jenkins|github|gitlab|travis|gerrit)\\W*\\w*");
  private static final int ENOUGH = 6;
  private static final int PATTERNS = 3;
  private static final double MOST = 0.75;

  private Programs() {}

  /** Sender ids of programs among the authors of some messages. */
  static Set<String> among(List<Message> messages) {
    Map<String, List<Message>> bySender = new LinkedHashMap<>();
    messages.forEach(
        one -> bySender.computeIfAbsent(one.senderId(), key -> new ArrayList<>()).add(one));
    Set<String> programs = new HashSet<>();
    bySender.forEach(
        (sender, own) -> {
          if (NAME.matcher(own.get(0).author()).matches() || isMonotonous(own)) {
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

  private static String opening(String text) {
    String[] words = text.strip().split("\\s+", 3);
    return words.length < 2 ? text : words[0] + " " + words[1];
  }
}
