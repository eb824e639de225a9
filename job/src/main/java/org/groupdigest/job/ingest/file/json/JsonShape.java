package org.groupdigest.job.ingest.file.json;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the entries of a file are, and which other values matter. A path is written as names with
 * dots, the elements of an array as {@code []}: {@code chats.list[].messages}; the root is empty.
 *
 * <p>Single values beside the way to the entries are always told. Everything else is passed over.
 */
public final class JsonShape {

  private final Set<String> entries;
  private final Set<String> walked;
  private final Set<String> whole;
  private final List<String> firstNames;

  private JsonShape(Set<String> entries, Set<String> whole, List<String> firstNames) {
    this.entries = entries;
    this.walked = containers(entries);
    this.whole = whole;
    this.firstNames = firstNames;
  }

  /** Arrays whose elements are entries; the empty path is a root that is an array. */
  public static JsonShape entriesAt(String... paths) {
    return new JsonShape(Set.of(paths), Set.of(), List.of());
  }

  /** Objects and arrays that are told as a whole; they must be small. */
  public JsonShape whole(String... paths) {
    return new JsonShape(entries, Set.of(paths), firstNames);
  }

  /**
   * Names that every entry starts with, two or three: where they stand, an entry starts, whatever
   * is broken before. Without them, it is learned from the entries that are whole.
   */
  public JsonShape startingWith(String... names) {
    return new JsonShape(entries, whole, List.of(names));
  }

  boolean holdsEntries(String path) {
    return entries.contains(path);
  }

  boolean leadsToEntries(String path) {
    return walked.contains(path);
  }

  boolean isWhole(String path) {
    return whole.contains(path);
  }

  List<String> firstNames() {
    return firstNames;
  }

  /** Last names of the arrays of entries. */
  List<String> entriesNames() {
    return entries.stream()
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .distinct()
        .toList();
  }

  /** The array of entries that is a member of an object, or the first that is deeper; or null. */
  String entriesIn(String object) {
    String below = object.isEmpty() ? "" : object + ".";
    String elements = object + "[]";
    return entries.stream()
        .filter(path -> path.startsWith(below) || path.startsWith(elements))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse(null);
  }

  /** Whether an array of entries has this name, somewhere. */
  boolean namesEntries(String name) {
    return entriesNames().contains(name);
  }

  static String member(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String element(String path) {
    return path + "[]";
  }

  private static Set<String> containers(Set<String> entries) {
    Set<String> containers = new HashSet<>();
    for (String path : entries) {
      if (!path.isEmpty()) {
        containers.add("");
      }
      for (int i = 1; i < path.length(); i++) {
        char c = path.charAt(i);
        if (c == '.' || c == '[') {
          containers.add(path.substring(0, i));
        }
      }
    }
    return containers;
  }
}
