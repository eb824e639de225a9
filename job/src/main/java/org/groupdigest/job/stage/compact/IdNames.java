package org.groupdigest.job.stage.compact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ids and the names that stand for them, one to one. */
final class IdNames {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  /** Gives an id its name, unless it has one. */
  void add(String id, String name) {
    if (names.putIfAbsent(id, name) == null) {
      ids.put(name, id);
    }
  }

  /** The name of an id, or null when it has none. */
  String name(String id) {
    return names.get(id);
  }

  /** The names of those ids that have one, in their order. */
  List<String> names(Collection<String> all) {
    return all.stream().map(this::name).filter(Objects::nonNull).toList();
  }

  /** The id behind a name; an unknown name is an {@link IllegalStateException} without it. */
  String id(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException("a short id that stands for nothing");
    }
    return id;
  }
}
