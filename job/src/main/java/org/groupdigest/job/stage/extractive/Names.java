package org.groupdigest.job.stage.extractive;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;

/**
 * Who is meant by a name in a text. Case and decoration at the end ({@code bob__}) do not matter.
 */
final class Names {

  private static final int SHORTEST_BARE = 3;

  private final Map<String, String> shown = new HashMap<>();

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
    if (bare.length() >= SHORTEST_BARE) {
      shown.putIfAbsent(bare, name);
    }
  }

  /** The shown name of a participant, or null when nobody is called so. */
  String find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String exact = shown.get(lower);
    return exact == null ? shown.get(bare(lower)) : exact;
  }

  private static String bare(String lower) {
    return lower.replaceFirst("[^\\p{L}]+$", "");
  }
}
