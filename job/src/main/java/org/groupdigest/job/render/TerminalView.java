package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.DigestRecord;

/**
 * Shows a digest in a terminal, wrapped to its width. With ANSI: bold headings, dim small print,
 * and message numbers that open the message in terminals that know links (OSC 8).
 */
public final class TerminalView {

  private static final String RESET = "\u001b[0m";
  private static final int MIN_WIDTH = 20;

  private final MessageCatalog catalog;
  private final LinkPattern links;
  private final boolean ansi;
  private final int width;

  /**
   * A view.
   *
   * @param catalog the product's words
   * @param links where messages can be read
   * @param ansi whether the terminal understands ANSI escapes
   * @param width columns, at least 20 are used
   */
  public TerminalView(MessageCatalog catalog, LinkPattern links, boolean ansi, int width) {
    this.catalog = catalog;
    this.links = links;
    this.ansi = ansi;
    this.width = Math.max(MIN_WIDTH, width);
  }

  /** The digest as lines, each ending with a line feed. */
  public String render(DigestRecord digest) {
    Wording words = Wording.withMarkers(digest, catalog.of(digest.language()), links);
    StringBuilder screen = new StringBuilder();
    for (Item item : new DigestComposer(words).published().items()) {
      screen.append(item.gapBefore() ? "\n" : "");
      item.lines().forEach(line -> wrap(screen, line));
    }
    return screen.toString();
  }

  private void wrap(StringBuilder screen, Line line) {
    String indent = line.kind() == Line.Kind.BULLET ? "  " : "";
    screen.append(line.kind() == Line.Kind.BULLET ? "▫ " : "");
    int column = indent.length();
    for (Span word : words(line)) {
      int columns = TerminalWidth.of(word.text());
      boolean space = word.text().equals(" ");
      if (column + columns > width && column > indent.length()) {
        trimEnd(screen);
        screen.append('\n').append(indent);
        column = indent.length();
      }
      if (!space || column > indent.length()) {
        screen.append(styled(word));
        column += columns;
      }
    }
    trimEnd(screen);
    screen.append('\n');
  }

  /** The line's words and the spaces between them, none wider than the screen. */
  private List<Span> words(Line line) {
    List<Span> words = new ArrayList<>();
    for (Span span : line.spans()) {
      for (String word : span.text().split("(?<= )|(?= )")) {
        String rest = word;
        while (!rest.isEmpty()) {
          String start = TerminalWidth.start(rest, width - 2);
          words.add(span.withText(start));
          rest = rest.substring(start.length());
        }
      }
    }
    return words;
  }

  private String styled(Span span) {
    if (!ansi || span.text().equals(" ")) {
      return span.text();
    }
    return switch (span.style()) {
      case PLAIN -> span.text();
      case BOLD -> "\u001b[1m" + span.text() + RESET;
      case ITALIC -> "\u001b[2m" + span.text() + RESET;
      case CODE -> "\u001b[36m" + span.text() + RESET;
      case LINK ->
          "\u001b]8;;"
              + span.href()
              + "\u001b\\\u001b[34m"
              + span.text()
              + RESET
              + "\u001b]8;;\u001b\\";
    };
  }

  private static void trimEnd(StringBuilder screen) {
    while (!screen.isEmpty() && screen.charAt(screen.length() - 1) == ' ') {
      screen.setLength(screen.length() - 1);
    }
  }
}
