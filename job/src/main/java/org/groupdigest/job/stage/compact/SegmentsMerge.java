package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.udfs.text.NumberMentions;

/**
 * Puts the units of chunks into one list in the order of the conversation. What two chunks say in
 * the same words is one unit with the sources of both; a text with a number is never joined,
 * because the number may count the sources.
 */
final class SegmentsMerge {

  /** Most units that the stage's schema takes. */
  static final int MAX_UNITS = 400;

  private static final int MAX_SOURCES = 400;

  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Placed> units = new ArrayList<>();

  private record Placed(int chunk, Unit unit) {}

  private SegmentsMerge(WindowContext window) {
    List<Message> messages = window.messages();
    for (int i = 0; i < messages.size(); i++) {
      positions.putIfAbsent(messages.get(i).messageId(), i);
    }
    window
        .duplicates()
        .forEach(
            group -> group.droppedIds().forEach(id -> placeAt(id, positions.get(group.keptId()))));
  }

  /** The units of all chunks. */
  static Segments of(WindowContext window, List<ChunkPart> parts) {
    SegmentsMerge merge = new SegmentsMerge(window);
    for (int i = 0; i < parts.size(); i++) {
      for (Unit unit : parts.get(i).payload(Segments.class).units()) {
        merge.add(new Placed(i, unit));
      }
    }
    return merge.segments();
  }

  private void placeAt(String droppedId, Integer position) {
    if (position != null) {
      positions.putIfAbsent(droppedId, position);
    }
  }

  private void add(Placed placed) {
    for (int i = 0; i < units.size(); i++) {
      if (isSame(units.get(i), placed)) {
        units.set(i, joined(units.get(i), placed));
        return;
      }
    }
    units.add(placed);
  }

  private static boolean isSame(Placed one, Placed other) {
    return one.chunk != other.chunk
        && one.unit.kind().equals(other.unit.kind())
        && wording(one.unit).equals(wording(other.unit))
        && NumberMentions.in(one.unit.text()).isEmpty();
  }

  private static String wording(Unit unit) {
    return unit.text().strip().toLowerCase(Locale.ROOT);
  }

  private static Placed joined(Placed one, Placed other) {
    Set<String> sources = new LinkedHashSet<>(one.unit.messageIds());
    sources.addAll(other.unit.messageIds());
    Unit first = one.unit;
    return new Placed(
        other.chunk,
        new Unit(
            first.unitId(),
            first.kind(),
            first.text(),
            sources.stream().limit(MAX_SOURCES).toList(),
            Math.max(first.confidence(), other.unit.confidence())));
  }

  private Segments segments() {
    List<Unit> numbered = new ArrayList<>();
    for (Unit unit : inTime()) {
      String id = "u" + (numbered.size() + 1);
      numbered.add(new Unit(id, unit.kind(), unit.text(), unit.messageIds(), unit.confidence()));
    }
    return new Segments(numbered);
  }

  /** In the order of the conversation; the least sure ones go where there are too many. */
  private List<Unit> inTime() {
    return units.stream()
        .map(Placed::unit)
        .sorted(Comparator.comparingDouble((Unit one) -> -one.confidence()))
        .limit(MAX_UNITS)
        .sorted(Comparator.comparing(this::position))
        .toList();
  }

  private int position(Unit unit) {
    return unit.messageIds().stream()
        .mapToInt(id -> positions.getOrDefault(id, positions.size()))
        .min()
        .orElse(positions.size());
  }
}
