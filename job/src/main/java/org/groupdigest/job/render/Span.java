package org.groupdigest.job.render;

/**
 * A stretch of text in one style; the text is clean and not escaped for any format.
 *
 * @param text what is shown
 * @param style how
 * @param href where a link leads, else null
 */
record Span(String text, Style style, String href) {

  /** Styles that every form can show; they do not nest. */
  enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE,
    LINK
  }

  static Span plain(String text) {
    return new Span(text, Style.PLAIN, null);
  }

  static Span bold(String text) {
    return new Span(text, Style.BOLD, null);
  }

  static Span italic(String text) {
    return new Span(text, Style.ITALIC, null);
  }

  static Span code(String text) {
    return new Span(text, Style.CODE, null);
  }

  static Span link(String text, String href) {
    return new Span(text, Style.LINK, href);
  }

  /** The same style and target with another text. */
  Span withText(String other) {
    return new Span(other, style, href);
  }
}
