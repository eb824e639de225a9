package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.qdrant.FakeQdrantServer;
import org.groupdigest.connectors.qdrant.QdrantConfig;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.persist.HostileIds;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tenants and groups with ids that are made to be taken for one another, all talking about the same
 * thing in digests of the same ids: each finds its own, and changes nothing of the others.
 */
class CrossTenantVectorsITCase {

  private static final long SEED = Seeds.of("tries across tenants, vectors");
  private static final int TRIES = 3_000 * Seeds.times();
  private static final int DIGESTS = 3;
  private static final int LOOKED_AT = 9;

  private final Random random = new Random(SEED);
  private final BuiltInEmbedder embedder = new BuiltInEmbedder(32);
  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private final QdrantPoints points =
      QdrantPoints.open(
          new QdrantConfig("localhost", qdrant.port(), false, Duration.ofSeconds(20)), "");
  private final RelatedTopics related =
      new QdrantRelatedTopics(points, embedder, 0.9, Duration.ofSeconds(20), Clock.systemUTC());

  /** Digests that each group should have, by day. */
  private final Map<GroupKey, Set<Integer>> expected = new HashMap<>();

  @AfterEach
  void close() {
    points.close();
    qdrant.close();
  }

  @Test
  void eachFindsItsOwnAndChangesNothingOfTheOthers() {
    int searches = 0;
    int found = 0;
    for (int i = 0; i < TRIES; i++) {
      GroupKey group = new GroupKey(some(HostileIds.ALL), some(HostileIds.ALL.subList(0, 6)));
      int day = random.nextInt(DIGESTS);
      switch (random.nextInt(4)) {
        case 0 -> remove(group, day);
        case 1 -> {
          searches++;
          found += search(group);
        }
        default -> store(group, day);
      }
    }
    System.out.printf("tries %d, searches %d, found %d%n", TRIES, searches, found);
    assertThat(found).isPositive().isLessThan(searches);
    assertThat(stored()).isEqualTo(all());
    assertThat(qdrant.collections().names())
        .hasSize((int) expected.keySet().stream().map(GroupKey::tenantId).distinct().count());
  }

  private void store(GroupKey group, int day) {
    StoredVectors.store(
        points, embedder, sameIds(VectorDigests.ready(group, day, mine(group)), day));
    expected.computeIfAbsent(group, none -> new HashSet<>()).add(day);
  }

  private void remove(GroupKey group, int day) {
    StoredVectors.store(points, embedder, sameIds(VectorDigests.removal(group, day), day));
    expected.getOrDefault(group, new HashSet<>()).remove(day);
  }

  private int search(GroupKey group) {
    WindowRef window = VectorDigests.day(group, LOOKED_AT);
    List<RelatedTopic> topics =
        related
            .find(window, List.of(mine(group)))
            .toCompletableFuture()
            .orTimeout(30, TimeUnit.SECONDS)
            .join()
            .topics();
    Set<Integer> days = expected.getOrDefault(group, Set.of());
    assertThat(topics).as("seed %d, %s", SEED, group).hasSize(days.isEmpty() ? 0 : 1);
    topics.forEach(topic -> assertThat(topic.messageId()).isEqualTo(group.encoded()));
    return topics.size();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    expected.forEach((group, days) -> days.forEach(day -> all.add(group.encoded() + " d" + day)));
    return all.stream().sorted().toList();
  }

  private List<String> stored() {
    List<String> stored = new ArrayList<>();
    expected.forEach(
        (group, days) -> {
          for (int day = 0; day < DIGESTS; day++) {
            if (count(group, day) > 0) {
              stored.add(group.encoded() + " d" + day);
            }
          }
        });
    return stored.stream().sorted().toList();
  }

  private long count(GroupKey group, int day) {
    return StoredVectors.answer(
        points.count(
            CollectionNames.of(group.tenantId()),
            TopicPayload.ofDigest(group.tenantId(), digestId(group, day))));
  }

  /** All say the same, and name themselves in the id of their message alone. */
  private static Topic mine(GroupKey group) {
    return VectorDigests.topic("Pump", "The pump leaks again.", group.encoded());
  }

  /** The same for groups of the same name in all tenants, which real ones never are. */
  private static String digestId(GroupKey group, int day) {
    return "d" + day + " of " + group.groupId();
  }

  private static DigestChange sameIds(DigestChange change, int day) {
    return new DigestChange(
        change.tenantId(),
        change.groupId(),
        digestId(change.group(), day),
        change.windowId(),
        change.attempt(),
        change.digest());
  }

  private String some(List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }
}
