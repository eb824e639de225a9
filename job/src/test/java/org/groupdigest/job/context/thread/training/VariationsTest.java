package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.groupdigest.job.context.thread.Chat;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class VariationsTest {

  private static final AnnotatedLog LOG = log();

  @Property(tries = 100)
  void quieterChatKeepsWholeConversations(@ForAll long seed) {
    AnnotatedLog quieter = Variations.quieter(LOG, new SplittableRandom(seed));

    List<String> kept = quieter.messages().stream().map(Message::messageId).toList();
    assertThat(kept.contains("m2")).isEqualTo(kept.contains("m3"));
    assertThat(kept).doesNotContain("m5");
    assertThat(quieter.parents().keySet()).isSubsetOf(kept);
    assertThat(quieter.parents().values()).allMatch(parents -> kept.containsAll(parents));
  }

  @Property(tries = 50)
  void slowerChatKeepsItsOrderAndItsTexts(@ForAll long seed) {
    AnnotatedLog slower = Variations.slower(LOG, new SplittableRandom(seed));

    assertThat(slower.messages()).extracting(Message::text).containsExactlyElementsOf(texts(LOG));
    Duration length = length(slower);
    assertThat(length).isBetween(length(LOG), length(LOG).multipliedBy(60));
  }

  @Test
  void givenRepliesAreTheAnnotatedParents() {
    AnnotatedLog all = Variations.withReplies(LOG, 1, new SplittableRandom(1));

    assertThat(all.messages())
        .extracting(Message::replyToMessageId)
        .containsExactly(null, null, "m2", "m1", null);
  }

  @Test
  void noRepliesAreGivenForAShareOfNone() {
    assertThat(Variations.withReplies(LOG, 0, new SplittableRandom(1)).messages())
        .extracting(Message::replyToMessageId)
        .containsOnlyNulls();
  }

  @Test
  void contextIsCutBeforeTheFirstAnnotatedMessage() {
    assertThat(LOG.withContext(0).messages().get(0).messageId()).isEqualTo("m2");
    assertThat(LOG.withContext(9).messages()).hasSize(5);
  }

  private static List<String> texts(AnnotatedLog log) {
    return log.messages().stream().map(Message::text).toList();
  }

  private static Duration length(AnnotatedLog log) {
    return Duration.between(log.messages().get(0).postedAt(), log.messages().get(4).postedAt());
  }

  /** m1 is context, m5 is not annotated. */
  private static AnnotatedLog log() {
    Chat chat =
        new Chat()
            .says(0, "ada", "one")
            .says(10, "ben", "two")
            .says(20, "ada", "three")
            .says(30, "cem", "four")
            .says(40, "cem", "five");
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    parents.put("m2", Set.of("m2"));
    parents.put("m3", Set.of("m2"));
    parents.put("m4", Set.of("m1"));
    return new AnnotatedLog("log", chat.messages(), parents);
  }
}
