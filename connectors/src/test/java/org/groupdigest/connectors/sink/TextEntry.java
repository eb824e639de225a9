package org.groupdigest.connectors.sink;

/** A change for tests: a word. */
record TextEntry(String text, long sizeInBytes) implements SinkEntry {
  /** A word of ten bytes. */
  TextEntry(String text) {
    this(text, 10);
  }
}
