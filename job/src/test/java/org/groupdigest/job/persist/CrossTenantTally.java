package org.groupdigest.job.persist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.persist.CrossTenantOperation.Kind;

/** What became of tries, by role, setting and kind of operation. */
final class CrossTenantTally {
  /** What one try came to. */
  enum Outcome {
    /** The server said no. */
    REFUSED,
    /** It found nothing to read or change. */
    EMPTY,
    /** It reached rows of the tenant that is set, and no others. */
    OWN,
    /** It reached or told of another tenant's row, or failed in a way that no refusal does. */
    LEAK
  }

  private record Cell(CrossTenantTries.Role role, CrossTenantSetting setting, Kind kind) {}

  private final Map<Cell, Map<Outcome, Integer>> cells = new HashMap<>();
  private final Map<String, Integer> leaks = new TreeMap<>();

  void add(
      CrossTenantTries.Role role, CrossTenantSetting setting, CrossTenantTry one, Outcome outcome) {
    cells
        .computeIfAbsent(
            new Cell(role, setting, one.operation().kind), cell -> new EnumMap<>(Outcome.class))
        .merge(outcome, 1, Integer::sum);
  }

  /** Names a leak, without the ids that it is about. */
  void tell(String leak) {
    leaks.merge(leak, 1, Integer::sum);
  }

  /** Leaks by what they were, with how often. */
  Map<String, Integer> leaks() {
    return leaks;
  }

  int tries() {
    return cells.values().stream().mapToInt(CrossTenantTally::sum).sum();
  }

  int count(Outcome outcome) {
    return cells.values().stream().mapToInt(counts -> counts.getOrDefault(outcome, 0)).sum();
  }

  /** Cells that no try fell into, although one could. */
  List<String> untried() {
    List<String> untried = new ArrayList<>();
    for (CrossTenantTries.Role role : CrossTenantTries.Role.values()) {
      for (CrossTenantSetting setting : CrossTenantSetting.values()) {
        for (Kind kind : Kind.values()) {
          boolean possible = kind != Kind.ESCAPE || !role.owns();
          if (possible && !cells.containsKey(new Cell(role, setting, kind))) {
            untried.add(role + " " + setting + " " + kind);
          }
        }
      }
    }
    return untried;
  }

  /** A line for each role and setting; a column for each kind: tries/refused/empty. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%-36s".formatted("tries/refused/empty"));
    for (Kind kind : Kind.values()) {
      text.append("%-11s".formatted(kind));
    }
    for (CrossTenantTries.Role role : CrossTenantTries.Role.values()) {
      for (CrossTenantSetting setting : CrossTenantSetting.values()) {
        text.append("%n%-19s%-17s".formatted(role, setting));
        for (Kind kind : Kind.values()) {
          text.append("%-11s".formatted(cell(new Cell(role, setting, kind))));
        }
      }
    }
    return text.toString();
  }

  private String cell(Cell cell) {
    Map<Outcome, Integer> counts = cells.getOrDefault(cell, Map.of());
    return "%d/%d/%d"
        .formatted(
            sum(counts),
            counts.getOrDefault(Outcome.REFUSED, 0),
            counts.getOrDefault(Outcome.EMPTY, 0));
  }

  private static int sum(Map<Outcome, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
