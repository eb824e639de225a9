package org.groupdigest.job.render;

import java.util.List;

/** CommonMark; whatever could be markup in a text is escaped. */
final class Markdown {

  private static final String ALWAYS = "\\`*_[]<>&~|";
  private static final String AT_START = "#+-=";

  private Markdown() {}

  static String of(DigestDocument document) {
    StringBuilder markdown = new StringBuilder();
    boolean listBefore = false;
    for (Item item : document.items()) {
      for (Line line : item.lines()) {
        boolean list = line.kind() == Line.Kind.BULLET;
        if (!markdown.isEmpty()) {
          markdown.append(list && listBefore ? "\n" : "\n\n");
        }
        markdown.append(line(line));
        listBefore = list;
      }
    }
    return markdown.append('\n').toString();
  }

  private static String line(Line line) {
    String text = spans(line.spans());
    return switch (line.kind()) {
      case TITLE -> "## " + text;
      case TOPIC -> "### " + text;
      case BULLET -> "- " + startEscaped(text);
      case TEXT, HEADING, FOOTER -> startEscaped(text);
    };
  }

  private static String spans(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    Span.Style before = null;
    for (Span span : spans) {
      // Two code spans side by side would read as one.
      boolean code = span.style() == Span.Style.CODE && before == Span.Style.CODE;
      text.append(code ? " " : "").append(span(span));
      before = span.style();
    }
    return text.toString();
  }

  private static String span(Span span) {
    return switch (span.style()) {
      case PLAIN -> escape(span.text());
      case BOLD -> wrapped("**", span.text());
      case ITALIC -> wrapped("*", span.text());
      case CODE -> code(span.text());
      case LINK -> "[" + escape(span.text()) + "](" + destination(span.href()) + ")";
    };
  }

  // Emphasis does not begin or end with white space.
  private static String wrapped(String mark, String text) {
    String inner = text.strip();
    if (inner.isEmpty()) {
      return text;
    }
    int at = text.indexOf(inner);
    return text.substring(0, at)
        + mark
        + escape(inner)
        + mark
        + text.substring(at + inner.length());
  }

  private static String code(String text) {
    return "`" + text.replace('`', '\'') + "`";
  }

  private static String destination(String href) {
    return href.replace("(", "%28").replace(")", "%29").replace("\\", "%5C");
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ALWAYS.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static String startEscaped(String text) {
    if (!text.isEmpty() && AT_START.indexOf(text.charAt(0)) >= 0) {
      return "\\" + text;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean ordered =
        digits > 0 && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
    return ordered ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
  }
}
