package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;

/** The index finds what a comparison of all pairs finds, whatever the chat looks like. */
class DeduplicatorPropertyTest {

  private static final ContextSettings SETTINGS = ContextSettings.defaults();

  @Property(tries = 150)
  void agreesWithAllPairsOnFewWords(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int vocabulary,
      @ForAll @IntRange(min = 1, max = 30) int longest) {
    Random random = new Random(seed);
    check(chat(random, 120, () -> words(random, vocabulary, 1 + random.nextInt(longest))), random);
  }

  @Property(tries = 100)
  void agreesWithAllPairsOnCopiesWithAFewWordsChanged(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int length) {
    Random random = new Random(seed);
    List<String> originals =
        IntStream.range(0, 4).mapToObj(i -> words(random, 300, length)).toList();
    check(
        chat(random, 120, () -> edited(random, originals.get(random.nextInt(originals.size())))),
        random);
  }

  @Property(tries = 100)
  void agreesWithAllPairsOnOneTemplateWithChangingParts(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 30) int fixed,
      @ForAll @IntRange(min = 0, max = 12) int changing) {
    Random random = new Random(seed);
    String template =
        IntStream.range(0, fixed).mapToObj(i -> "fixed" + i).collect(Collectors.joining(" "));
    check(chat(random, 120, () -> template + " " + words(random, 200, changing)), random);
  }

  private static void check(List<Message> chat, Random random) {
    List<HistoryMessage> history = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String text = chat.get(random.nextInt(chat.size())).text();
      history.add(TestMessages.history("h" + i, i - 100_000, edited(random, text)));
    }
    assertThat(BruteForceDeduplicator.Outcome.of(new Deduplicator(SETTINGS).run(chat, history)))
        .isEqualTo(new BruteForceDeduplicator(SETTINGS).run(chat, history));
  }

  /** Times stand still, run, or jump by just about the deduplication time. */
  private static List<Message> chat(Random random, int size, Supplier<String> text) {
    int[] steps = {0, 1, 60, 600, 3600, 7199, 7200, 7201};
    List<Message> chat = new ArrayList<>();
    long second = 0;
    for (int i = 0; i < size; i++) {
      second += random.nextInt(8) == 0 ? steps[random.nextInt(steps.length)] : random.nextInt(90);
      chat.add(TestMessages.message("m" + i, second, "s" + random.nextInt(3), text.get()));
    }
    return chat;
  }

  private static String words(Random random, int vocabulary, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> "w" + (int) (vocabulary * Math.pow(random.nextDouble(), 2)))
        .collect(Collectors.joining(" "));
  }

  private static String edited(Random random, String text) {
    String[] words = text.split(" ");
    for (int edits = random.nextInt(1 + words.length / 2); edits > 0; edits--) {
      words[random.nextInt(words.length)] = "edit" + random.nextInt(50);
    }
    return String.join(" ", words);
  }
}
