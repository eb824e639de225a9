package org.groupdigest.job.stores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.HostileIds;

/**
 * Random changes of tenants, groups and digests whose ids are made to be taken for one another, and
 * what must be there after them.
 */
public final class HostileChanges {
  private static final double REMOVALS = 0.3;

  private final Random random;
  private final Map<GroupKey, Set<String>> there = new HashMap<>();

  /** A run that can be repeated. */
  public HostileChanges(long seed) {
    random = new Random(seed);
  }

  /** More changes; each digest of all of them says the same. */
  public List<DigestChange> next(int count, DigestRecord digest) {
    List<DigestChange> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      GroupKey group = new GroupKey(id(), id());
      // As in life, no two groups of a tenant have a digest of the same id.
      String digestId = id() + "/" + group.groupId();
      boolean removal = random.nextDouble() < REMOVALS;
      if (removal && !there.isEmpty()) {
        group = one(List.copyOf(there.keySet()));
        digestId = one(List.copyOf(there.get(group)));
        remove(group, digestId);
      } else {
        there.computeIfAbsent(group, key -> new HashSet<>()).add(digestId);
      }
      boolean gone = removal && !digestsOf(group).contains(digestId);
      changes.add(
          new DigestChange(
              group.tenantId(),
              group.groupId(),
              digestId,
              "w",
              gone ? 0 : 1,
              gone ? null : digest));
    }
    return changes;
  }

  private void remove(GroupKey group, String digestId) {
    there.get(group).remove(digestId);
    if (there.get(group).isEmpty()) {
      there.remove(group);
    }
  }

  /** Groups that have digests. */
  public Set<GroupKey> groups() {
    return there.keySet();
  }

  /** The digests of a group. */
  public Set<String> digestsOf(GroupKey group) {
    return there.getOrDefault(group, Set.of());
  }

  /** The digests of a tenant, by group. */
  public List<String> digestsOf(String tenantId) {
    return there.entrySet().stream()
        .filter(group -> group.getKey().tenantId().equals(tenantId))
        .flatMap(group -> group.getValue().stream())
        .toList();
  }

  /** How many digests there are. */
  public int digests() {
    return there.values().stream().mapToInt(Set::size).sum();
  }

  private String id() {
    return one(HostileIds.ALL);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
