package org.groupdigest.job.ingest.file.json;

import java.util.ArrayList;
import java.util.List;

/** The objects and arrays around a place, outermost first. */
final class Levels {

  /**
   * An object or an array.
   *
   * @param path its path
   * @param object whether it is an object
   */
  record Level(String path, boolean object) {}

  private final List<Level> open = new ArrayList<>();

  boolean isEmpty() {
    return open.isEmpty();
  }

  boolean isInObject() {
    return !open.isEmpty() && innermost().object();
  }

  void push(String path, boolean object) {
    open.add(new Level(path, object));
  }

  void pop() {
    open.remove(open.size() - 1);
  }

  /** Closes the innermost level that this bracket fits, and what is in it; nothing if none fits. */
  void close(int bracket) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).object() == (bracket == '}')) {
        open.subList(i, open.size()).clear();
        return;
      }
    }
  }

  /** Leaves the objects that are inside the innermost array: an element of it begins. */
  void backToArray() {
    while (isInObject()) {
      pop();
    }
  }

  /** Path of an element of the innermost array; the root's if there is none. */
  String element() {
    return open.isEmpty() ? "" : JsonShape.element(innermost().path());
  }

  /** Path of a member of the innermost object. */
  String member(String name) {
    return JsonShape.member(innermost().path(), name);
  }

  /** The brackets that close everything, innermost first. */
  String closers() {
    StringBuilder closers = new StringBuilder();
    for (int i = open.size() - 1; i >= 0; i--) {
      closers.append(open.get(i).object() ? '}' : ']');
    }
    return closers.toString();
  }

  List<Level> copy() {
    return List.copyOf(open);
  }

  void restore(List<Level> levels) {
    open.clear();
    open.addAll(levels);
  }

  /** Path of the innermost object or array; the root's if there is none. */
  String path() {
    return open.isEmpty() ? "" : innermost().path();
  }

  private Level innermost() {
    return open.get(open.size() - 1);
  }
}
