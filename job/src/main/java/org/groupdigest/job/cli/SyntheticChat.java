package org.groupdigest.job.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.groupdigest.job.model.Message;

/**
 * Windows of made-up messages for measuring: the same seed gives the same messages. All of a window
 * lie within the deduplication time, so that every message has all before it as candidates.
 */
final class SyntheticChat {

  /** What a window is made of. */
  enum Mix {
    /** Words as frequent as in speech (Zipf), and one message in ten a copy, often retouched. */
    ORDINARY,
    /**
     * Half of it ordinary, half floods: equal messages, one template with changing words that stays
     * between the soft and the hard threshold, one that stays just under the hard one, and
     * scrambled common words.
     */
    SPAM
  }

  private static final Instant START = Instant.parse("2026-01-12T09:00:00Z");
  private static final Duration SPAN = Duration.ofMinutes(119);
  private static final int VOCABULARY = 30_000;
  private static final int COMMON = 60;
  private static final int RECENT = 300;
  private static final int SENDERS = 400;
  private static final double MEAN_WORDS = 9;

  private final Random random;
  private final double[] cumulated = new double[VOCABULARY];
  private final List<String> texts = new ArrayList<>();

  SyntheticChat(long seed) {
    this.random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      sum += 1.0 / (i + 2.7);
      cumulated[i] = sum;
    }
  }

  /** A window of so many messages, in time order. */
  List<Message> window(int size, Mix mix) {
    texts.clear();
    IntFunction<String> text = mix == Mix.SPAM ? this::spam : i -> ordinary();
    List<Message> messages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(text.apply(i));
      Instant at = START.plusMillis(SPAN.toMillis() * i / size);
      messages.add(message(i, at, texts.get(i)));
    }
    return messages;
  }

  private Message message(int number, Instant at, String text) {
    String sender = "user" + random.nextInt(SENDERS);
    String answers = number > 0 && random.nextInt(4) == 0 ? id(random.nextInt(number)) : null;
    int reactions = random.nextInt(10) == 0 ? random.nextInt(6) : 0;
    return new Message(
        id(number),
        0,
        at,
        sender,
        sender,
        null,
        false,
        text,
        answers,
        null,
        null,
        Map.of(),
        reactions,
        List.of());
  }

  private static String id(int number) {
    return Integer.toString(number + 1);
  }

  private String ordinary() {
    if (!texts.isEmpty() && random.nextInt(10) == 0) {
      String earlier = texts.get(texts.size() - 1 - random.nextInt(Math.min(RECENT, texts.size())));
      return random.nextBoolean() ? earlier : earlier + " " + word(VOCABULARY);
    }
    double length = MEAN_WORDS * Math.exp(0.7 * random.nextGaussian() - 0.245);
    return words(Math.max(1, (int) Math.round(length)), VOCABULARY);
  }

  private String spam(int number) {
    return switch (number % 8) {
      case 1 -> "win a free phone today, only here, only now, write to the manager";
      case 3 -> template("sale", 20) + words(5, VOCABULARY);
      case 5 -> template("offer", 21) + words(3, VOCABULARY);
      case 7 -> words(3 + random.nextInt(10), COMMON);
      default -> ordinary();
    };
  }

  private static String template(String stem, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(stem).append(i).append(' ');
    }
    return text.toString();
  }

  private String words(int count, int vocabulary) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word(vocabulary));
    }
    return text.toString();
  }

  /** One of the most frequent words, after Zipf and Mandelbrot. */
  private String word(int vocabulary) {
    double point = random.nextDouble() * cumulated[vocabulary - 1];
    int found = Arrays.binarySearch(cumulated, 0, vocabulary, point);
    return "w" + Integer.toString(found < 0 ? -found - 1 : found, Character.MAX_RADIX);
  }
}
