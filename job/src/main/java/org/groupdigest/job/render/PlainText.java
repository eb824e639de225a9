package org.groupdigest.job.render;

/** Plain text with links written out; what a client would take for another link is defused. */
final class PlainText {

  private PlainText() {}

  static String of(DigestDocument document) {
    StringBuilder text = new StringBuilder();
    for (Item item : document.items()) {
      text.append(item.gapBefore() ? "\n" : "");
      item.lines().forEach(line -> text.append(line(line)).append('\n'));
    }
    return text.toString();
  }

  private static String line(Line line) {
    StringBuilder text = new StringBuilder(line.kind() == Line.Kind.BULLET ? "- " : "");
    for (Span span : line.spans()) {
      text.append(span.style() == Span.Style.CODE ? TextSpans.defused(span.text()) : span.text());
      if (span.style() == Span.Style.LINK) {
        text.append(' ').append(span.href());
      }
    }
    return text.toString();
  }
}
