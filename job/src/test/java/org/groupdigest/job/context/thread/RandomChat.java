package org.groupdigest.job.context.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.groupdigest.job.model.Message;

/** Makes chats of any size out of a seed. */
final class RandomChat {

  private static final List<String> WORDS =
      List.of(
          "boat", "tent", "paddle", "river", "map", "rope", "lamp", "stove", "rain", "bridge",
          "when", "where", "thanks", "yes", "no", "лодка", "палатка", "когда", "спасибо", "дождь");

  private RandomChat() {}

  /** Messages of several people, some with addresses and reply links. */
  static List<Message> of(int size, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Chat chat = new Chat();
    int second = 0;
    for (int i = 1; i <= size; i++) {
      second += random.nextInt(40);
      String who = "user" + random.nextInt(people);
      if (i > 1 && random.nextInt(5) == 0) {
        chat.replies(second, who, text(people, random), "m" + random.nextInt(1, i + 2));
      } else {
        chat.says(second, who, text(people, random));
      }
    }
    return chat.messages();
  }

  private static String text(int people, SplittableRandom random) {
    List<String> words = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      words.add("user" + random.nextInt(people) + ":");
    }
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words) + (random.nextInt(4) == 0 ? "?" : "");
  }
}
