package org.groupdigest.job.render;

import java.util.List;
import java.util.Locale;
import org.groupdigest.job.model.text.CleanText;

/** Small pieces of a web page; every method takes text and gives markup, escaping on the way. */
final class Html {

  private Html() {}

  /** An element around markup; no class when it is empty, nothing at all without content. */
  static String element(String tag, String cssClass, String markup) {
    if (markup.isEmpty()) {
      return "";
    }
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return "<" + tag + attribute + ">" + markup + "</" + tag + ">\n";
  }

  /** An element around text. */
  static String textElement(String tag, String cssClass, String text) {
    return element(tag, cssClass, escape(text));
  }

  /** A text of the chat or of a model: cleaned and escaped. */
  static String clean(String text) {
    return escape(CleanText.of(text));
  }

  /** Text for an element or for an attribute in double quotes, the only ones there are. */
  static String escape(String text) {
    return TelegramHtml.escape(text);
  }

  /** Spans as markup; links open without telling where the reader comes from. */
  static String spans(List<Span> spans) {
    StringBuilder markup = new StringBuilder();
    for (Span span : spans) {
      String text = escape(span.text());
      markup.append(
          switch (span.style()) {
            case PLAIN -> text;
            case BOLD -> "<b>" + text + "</b>";
            case ITALIC -> "<i>" + text + "</i>";
            case CODE -> "<code>" + text + "</code>";
            case LINK -> link(span.href(), "", text);
          });
    }
    return markup.toString();
  }

  /** A link around markup. */
  static String link(String href, String cssClass, String markup) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return "<a"
        + attribute
        + " href=\""
        + escape(href)
        + "\" rel=\"noreferrer\">"
        + markup
        + "</a>";
  }

  /** A named bar for a share in 0..1. */
  static String meter(String name, double share) {
    long percent = Math.round(100 * Math.max(0, Math.min(1, share)));
    String level = percent >= 70 ? "good" : percent >= 40 ? "fair" : "low";
    return String.format(
        Locale.ROOT,
        "<div class=\"meter\"><span>%s</span><b>%d %%</b>"
            + "<i class=\"%s\"><em style=\"width:%d%%\"></em></i></div>%n",
        escape(name),
        percent,
        level,
        percent);
  }

  /** A name with a figure. */
  static String figure(String name, String value) {
    return "<div class=\"figure\"><span>"
        + escape(name)
        + "</span><b>"
        + escape(value)
        + "</b></div>\n";
  }

  /** A panel with a heading; nothing without content. */
  static String panel(String heading, String markup) {
    return markup.isEmpty()
        ? ""
        : element("section", "panel", textElement("h2", "", heading) + markup);
  }

  /** A table inside a box that scrolls by itself on a narrow screen. */
  static String table(List<String> headings, List<List<String>> rows) {
    StringBuilder body = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder cells = new StringBuilder();
      row.forEach(cell -> cells.append("<td>").append(cell).append("</td>"));
      body.append(element("tr", "", cells.toString()));
    }
    StringBuilder head = new StringBuilder();
    headings.forEach(heading -> head.append("<th>").append(escape(heading)).append("</th>"));
    return rows.isEmpty()
        ? ""
        : element(
            "div",
            "scroll",
            "<table><thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table>");
  }
}
