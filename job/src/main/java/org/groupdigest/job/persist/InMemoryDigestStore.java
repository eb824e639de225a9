package org.groupdigest.job.persist;

import static org.groupdigest.job.persist.DigestPayload.orEmpty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/** Digests and baselines without a database, with the same promises; for one process. */
public final class InMemoryDigestStore implements DigestWriter, BaselineStore {
  private final Map<Key, DigestWrite> digests = new LinkedHashMap<>();

  @Override
  public synchronized CompletionStage<PersistOutcome> write(DigestWrite write) {
    Key key = new Key(write.digest().window().tenantId(), write.digest().digestId());
    DigestWrite stored = digests.get(key);
    if (stored != null && stored.attempt() >= write.attempt()) {
      return CompletableFuture.completedFuture(unchanged(stored, write));
    }
    digests.put(key, write);
    return CompletableFuture.completedFuture(new PersistOutcome.Written(write.attempt()));
  }

  @Override
  public synchronized CompletionStage<Optional<BaselineSnapshot>> before(
      GroupKey group, int hours, Instant windowStart) {
    return CompletableFuture.completedFuture(
        digests.values().stream()
            .map(DigestWrite::digest)
            .filter(digest -> digest.synthesis() != null)
            .filter(digest -> isBefore(digest.window(), group, hours, windowStart))
            .max(Comparator.comparing(digest -> digest.window().start()))
            .map(InMemoryDigestStore::snapshot));
  }

  /** All digests, in the order in which they were first written. */
  public synchronized List<DigestRecord> digests() {
    List<DigestRecord> all = new ArrayList<>();
    digests.values().forEach(write -> all.add(write.digest()));
    return all;
  }

  private static PersistOutcome unchanged(DigestWrite stored, DigestWrite write) {
    boolean same =
        DigestPayload.checksum(stored.digest()).equals(DigestPayload.checksum(write.digest()));
    return new PersistOutcome.Unchanged(stored.attempt(), StoredDigest.of(stored.digest()), same);
  }

  private static boolean isBefore(WindowRef window, GroupKey group, int hours, Instant start) {
    return window.kind() == WindowKind.SCHEDULED
        && window.groupKey().equals(group)
        && window.hours() == hours
        && window.start().isBefore(start);
  }

  private static BaselineSnapshot snapshot(DigestRecord digest) {
    Map<String, Integer> streaks =
        digest.baselineDelta() == null
            ? Map.of()
            : orEmpty(digest.baselineDelta().continued()).stream()
                .collect(
                    Collectors.toMap(ContinuedTopic::title, ContinuedTopic::streak, Math::max));
    List<TopicSnapshot> topics =
        orEmpty(digest.topics().topics()).stream().map(topic -> snapshot(topic, streaks)).toList();
    Double quality = digest.evaluation() == null ? null : (Double) digest.evaluation().weakest();
    return new BaselineSnapshot(digest.window().windowId(), digest.window().end(), topics, quality);
  }

  private static TopicSnapshot snapshot(Topics.Topic topic, Map<String, Integer> streaks) {
    int streak = streaks.getOrDefault(topic.title(), 1);
    return new TopicSnapshot(topic.title(), topic.messageCount(), streak, topic.topicId());
  }

  private record Key(String tenantId, String digestId) {}
}
