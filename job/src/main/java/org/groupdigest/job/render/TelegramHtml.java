package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.text.CleanText;

/**
 * Telegram's subset of HTML. Spans do not nest, so any run of whole spans is well-formed; text is
 * only ever cut before it is escaped, at the edge of what a reader takes for one character.
 */
final class TelegramHtml {

  /** UTF-16 units that one message holds. */
  static final int LIMIT = 4096;

  private static final int CHUNK = 3000;

  private TelegramHtml() {}

  /** One line in full. */
  static String line(Line line) {
    return String.join("", pieces(line));
  }

  /** One line with at most this many units of text; links are kept and come on top. */
  static String line(Line line, int budget) {
    StringBuilder html = new StringBuilder(prefix(line));
    int left = budget;
    for (Span span : line.spans()) {
      if (span.style() == Span.Style.LINK) {
        boolean apart = html.isEmpty() || html.charAt(html.length() - 1) == ' ';
        html.append(apart ? "" : " ").append(span(span));
      } else if (left > 0) {
        String whole = span(span);
        boolean fits = whole.length() <= left;
        html.append(fits ? whole : clipped(span, left));
        left = fits ? left - whole.length() : 0;
      }
    }
    return html.toString();
  }

  /** One line as pieces that can stand in different messages; together they are the line. */
  static List<String> pieces(Line line) {
    List<String> pieces = new ArrayList<>();
    String prefix = prefix(line);
    for (Span span : line.spans()) {
      for (String chunk : chunks(span.text())) {
        pieces.add((pieces.isEmpty() ? prefix : "") + span(span.withText(chunk)));
      }
    }
    return pieces;
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String span(Span span) {
    String text = escape(span.text());
    return switch (span.style()) {
      case PLAIN -> text;
      case BOLD -> "<b>" + text + "</b>";
      case ITALIC -> "<i>" + text + "</i>";
      case CODE -> "<code>" + text + "</code>";
      case LINK -> "<a href=\"" + escape(span.href()) + "\">" + text + "</a>";
    };
  }

  private static String clipped(Span span, int budget) {
    int units = Math.min(span.text().length(), budget);
    while (units > 0) {
      String html = span(span.withText(CleanText.start(span.text(), units) + "…"));
      if (html.length() <= budget) {
        return html;
      }
      units -= Math.max(1, (html.length() - budget) / 6);
    }
    return "";
  }

  // Escaping makes a character at most 6 units long.
  private static List<String> chunks(String text) {
    List<String> chunks = new ArrayList<>();
    String rest = text;
    while (rest.length() > CHUNK || escape(rest).length() > CHUNK) {
      String start = CleanText.start(rest, CHUNK / 6);
      int space = start.lastIndexOf(' ');
      int end = space > 0 ? space + 1 : Math.max(start.length(), 1);
      chunks.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    chunks.add(rest);
    return chunks;
  }

  private static String prefix(Line line) {
    return line.kind() == Line.Kind.BULLET ? "▫️ " : "";
  }
}
