package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Windows that would take a comparison of all pairs minutes. The limits are far above what is
 * needed, so that a busy machine does not fail them, and far below what comparing all takes.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeduplicatorLoadTest {

  private static final int MANY = 50_000;

  private final Random random = new Random(11);

  @Test
  void manyEqualMessagesCollapseIntoOne() {
    Deduplication result = run(MANY, i -> "win a free phone today, only here");

    assertThat(result.kept()).hasSize(1);
    assertThat(result.duplicates().get(0).count()).isEqualTo(MANY - 1);
  }

  @Test
  void aTemplateBetweenTheThresholdsIsLinkedMessageByMessage() {
    Deduplication result = run(MANY, i -> words("same", 20) + numbered("unique" + i + "n", 5));

    assertThat(result.kept()).hasSize(MANY);
    assertThat(result.softLinks()).hasSize(MANY - 1);
    assertThat(result.softLinks().get(MANY - 2).linkedId()).isEqualTo("m" + (MANY - 2));
  }

  @Test
  void aTemplateThatIsFilledFromAFewWordsIsLinkedToo() {
    Deduplication result = run(MANY, i -> words("same", 18) + some(7, 5000));

    assertThat(result.kept()).hasSizeGreaterThan(MANY / 2);
  }

  @Test
  void messagesOfCommonWordsAloneAreCompared() {
    Deduplication result = run(20_000, i -> some(3 + random.nextInt(10), 60));

    assertThat(result.kept()).hasSizeBetween(5_000, 20_000);
  }

  @Test
  void shortMessagesOfManySendersDoNotPileUp() {
    Deduplication result = run(MANY, i -> i % 2 == 0 ? "ok" : "ok sure " + i % 9000);

    assertThat(result.kept()).isNotEmpty();
  }

  @Test
  void messagesOfAMegabyteAmongShortOnes() {
    String book = some(180_000, 40_000);
    String flood = "spam ".repeat(200_000);
    Deduplication result =
        run(
            2_000,
            i ->
                switch (i % 400) {
                  case 0 -> book + " edition" + i;
                  case 1 -> flood;
                  default -> some(1 + random.nextInt(12), 40_000);
                });

    assertThat(result.duplicates()).extracting(group -> group.count()).contains(4);
  }

  private static Deduplication run(int size, IntFunction<String> text) {
    List<Message> messages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      messages.add(
          TestMessages.message("m" + i, i * 7000L / size, "sender" + i % 977, text.apply(i)));
    }
    return new Deduplicator(ContextSettings.defaults()).run(messages, List.of());
  }

  private String some(int count, int vocabulary) {
    return IntStream.range(0, count)
        .mapToObj(i -> "v" + random.nextInt(vocabulary))
        .collect(Collectors.joining(" "));
  }

  private static String words(String stem, int count) {
    return numbered(stem, count) + " ";
  }

  private static String numbered(String stem, int count) {
    return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
  }
}
