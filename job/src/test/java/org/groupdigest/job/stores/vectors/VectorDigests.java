package org.groupdigest.job.stores.vectors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.testing.Digests;

/** What digests of days have become, for tests of vectors. */
public final class VectorDigests {

  public static final GroupKey GROUP = new GroupKey("acme", "garden");

  private static final Instant DAY_ZERO = Instant.parse("2026-03-02T00:00:00Z");

  private VectorDigests() {}

  /** The day's window, counted from a Monday. */
  public static WindowRef day(GroupKey group, int day) {
    Instant start = DAY_ZERO.plus(Duration.ofDays(day));
    Instant end = start.plus(Duration.ofDays(1));
    String id =
        DeterministicIds.windowId(
            group, 24, start.toEpochMilli(), end.toEpochMilli(), WindowKind.SCHEDULED);
    return new WindowRef(
        id, group.tenantId(), group.groupId(), 24, start, end, WindowKind.SCHEDULED, "UTC");
  }

  /** A topic by its title, with one message. */
  public static Topic topic(String title, String summary, String messageId) {
    return Digests.topic(title, "low", "watch", 1, summary, List.of(messageId));
  }

  /** A ready digest of a day. */
  public static DigestChange ready(GroupKey group, int day, Topic... topics) {
    return change(group, day, DigestStatus.READY, topics);
  }

  public static DigestChange change(GroupKey group, int day, DigestStatus status, Topic... topics) {
    WindowRef window = day(group, day);
    Digests digest =
        new Digests()
            .window(window)
            .status(status, "")
            .source("m1", "rosa")
            .source("m2", "hugh")
            .source("m3", "rosa")
            .emotions(new EmotionProfile("negative", 0.1, 0.2, 0.3, 0.4, 0.5, List.of()));
    List.of(topics).forEach(digest::topic);
    return change(window, 1, digest.build());
  }

  public static DigestChange removal(GroupKey group, int day) {
    return change(day(group, day), 0, null);
  }

  private static DigestChange change(WindowRef window, int attempt, DigestRecord digest) {
    return new DigestChange(
        window.tenantId(),
        window.groupId(),
        DeterministicIds.digestId(window.windowId()),
        window.windowId(),
        attempt,
        digest);
  }
}
