package org.groupdigest.job.stage.extractive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;

/**
 * Who is meant by a name in a text. Case and decoration at the end ({@code bob__}) do not matter. A
 * name that several people share ({@code Alex (1)}, {@code Alex (2)}) means none of them.
 */
final class Names {

  private static final int SHORTEST_BARE = 3;

  private static final Pattern NUMBERED = Pattern.compile(".+ \\(\\d+\\)");

  private final Map<String, String> shown = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  Names(WindowContext context) {
    for (ParticipantStats participant : context.participants()) {
      add(participant.username());
    }
    for (Message message : context.messages()) {
      add(message.author());
    }
  }

  private void add(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    shown.put(lower, name);
    String bare = bare(lower);
    if (NUMBERED.matcher(name).matches()) {
      shared.add(bare);
    } else if (bare.length() >= SHORTEST_BARE) {
      shown.putIfAbsent(bare, name);
    }
  }

  /** The shown name of a participant, or null when nobody is called so. */
  String find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String exact = shown.get(lower);
    String bare = bare(lower);
    return exact != null || shared.contains(bare) ? exact : shown.get(bare);
  }

  private static String bare(String lower) {
    return lower.replaceFirst("[^\\p{L}]+$", "");
  }
}
