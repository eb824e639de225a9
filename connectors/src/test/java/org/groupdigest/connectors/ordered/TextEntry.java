package org.groupdigest.connectors.ordered;

/** A change for tests: a word of ten bytes. */
record TextEntry(String text) implements SinkEntry {
  @Override
  public long sizeInBytes() {
    return 10;
  }
}
