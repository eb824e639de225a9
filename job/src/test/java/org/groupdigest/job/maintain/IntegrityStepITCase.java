package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;

import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.persist.SampleDigests;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrityStepITCase {
  private static final int LAST_WEEK = 12;
  private static final int WEEK_BEFORE = 5;
  private static final String ALL = "{\"topics\":[{\"message_ids\":[\"m1\",\"m2\"]}]}";
  private static final String HALF =
      "{\"topics\":[{\"evidence_message_ids\":[\"m1\"],\"x\":{\"message_id\":\"gone\"}}]}";

  @AutoClose private static final TestStores STORES = new TestStores();

  private final IntegrityStep step =
      new IntegrityStep(new DigestReferences(STORES.postgres), CLOCK);
  private final Tally tally = new Tally(more -> {});

  @BeforeEach
  void clear() {
    STORES.clear();
  }

  @Test
  void aStagesShareIsTheMeanOfItsArtifactsAndComparedWithTheWeekBefore() {
    topics(LAST_WEEK, ALL);
    topics(LAST_WEEK + 1, HALF);
    topics(WEEK_BEFORE, HALF);

    StageIntegrity topics = run("topic_agent");

    assertThat(topics.now()).isCloseTo(0.75, within(1e-9));
    assertThat(topics.before()).isCloseTo(0.5, within(1e-9));
    assertThat(topics.improvement()).isCloseTo(0.25, within(1e-9));
    assertThat(topics.artifactsNow()).isEqualTo(2);
    assertThat(topics.artifactsBefore()).isEqualTo(1);
    assertThat(topics.different()).as("stored as 1").isEqualTo(2);
  }

  @Test
  void withoutAWeekBeforeThereIsNoImprovement() {
    topics(LAST_WEEK, ALL);

    StageIntegrity topics = run("topic_agent");

    assertThat(topics.now()).isEqualTo(1.0);
    assertThat(topics.before()).isNull();
    assertThat(topics.improvement()).isNull();
  }

  @Test
  void whatWasErasedIsLeftOut() {
    topics(LAST_WEEK, HALF);
    STORES.execute("UPDATE group_digest_stage_artifacts SET notes = '{erased}'");

    assertThat(run("topic_agent").artifactsNow()).isZero();
    assertThat(tally.get(Count.ERASED)).isEqualTo(2);
  }

  @Test
  void aMessageOfAnotherDigestDoesNotCount() {
    DigestRecord mine = topics(LAST_WEEK, "{\"message_ids\":[\"m1\",\"theirs\"]}");
    STORES.write(SampleDigests.digest().day(LAST_WEEK + 1), NOW, 1);
    STORES.execute(
        "UPDATE group_digest_messages SET message_id = 'theirs'"
            + " WHERE message_id = 'm1' AND digest_id <> ?",
        mine.digestId());

    assertThat(run("topic_agent").now()).isEqualTo(0.5);
  }

  private StageIntegrity run(String stage) {
    step.run("garden", tally);
    return step.trend().stream().filter(one -> one.stage().equals(stage)).findFirst().orElseThrow();
  }

  private static DigestRecord topics(int day, String payload) {
    DigestRecord digest = STORES.write(SampleDigests.digest().day(day), NOW, 1);
    STORES.execute(
        "UPDATE group_digest_stage_artifacts SET payload = ?::json, checksum = ?"
            + " WHERE digest_id = ? AND stage = 'topic_agent'",
        payload,
        Checksums.sha256(payload),
        digest.digestId());
    return digest;
  }
}
