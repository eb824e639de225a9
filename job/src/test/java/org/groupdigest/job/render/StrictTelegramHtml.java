package org.groupdigest.job.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A checker that accepts nothing but what Telegram's HTML mode accepts; collects link targets. */
public final class StrictTelegramHtml {

  private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "code", "pre", "blockquote");
  private static final Set<String> ENTITIES = Set.of("lt", "gt", "amp", "quot");

  private final List<String> hrefs = new ArrayList<>();
  private final StringBuilder outsideCode = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private StrictTelegramHtml() {}

  /** Reads a message; anything that is not well-formed is an {@link AssertionError}. */
  public static StrictTelegramHtml read(String html) {
    StrictTelegramHtml reader = new StrictTelegramHtml();
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      at =
          switch (c) {
            case '<' -> reader.tag(html, at);
            case '>' -> throw new AssertionError("bare > at " + at);
            case '&' -> reader.entity(html, at);
            default -> reader.unit(html, at);
          };
    }
    if (!reader.open.isEmpty()) {
      throw new AssertionError("not closed: " + reader.open);
    }
    return reader;
  }

  public List<String> hrefs() {
    return hrefs;
  }

  /** The text that a client may look for links in. */
  public String outsideCode() {
    return outsideCode.toString();
  }

  private int tag(String html, int at) {
    int end = html.indexOf('>', at);
    if (end < 0) {
      throw new AssertionError("tag is cut at " + at);
    }
    String tag = html.substring(at + 1, end);
    if (tag.startsWith("/")) {
      String name = tag.substring(1);
      if (open.isEmpty() || !open.pop().equals(name)) {
        throw new AssertionError("closes what is not open: " + name);
      }
    } else if (tag.startsWith("a href=\"") && tag.endsWith("\"")) {
      String href = tag.substring(8, tag.length() - 1);
      if (href.indexOf('"') >= 0) {
        throw new AssertionError("more than one attribute");
      }
      hrefs.add(href);
      open.push("a");
    } else if (TAGS.contains(tag)) {
      open.push(tag);
    } else {
      throw new AssertionError("no Telegram tag: " + tag);
    }
    return end + 1;
  }

  private int entity(String html, int at) {
    int end = html.indexOf(';', at);
    if (end < 0 || !ENTITIES.contains(html.substring(at + 1, end))) {
      throw new AssertionError("no Telegram entity at " + at);
    }
    append("&");
    return end + 1;
  }

  private int unit(String html, int at) {
    int codePoint = html.codePointAt(at);
    if (Character.getType(codePoint) == Character.SURROGATE) {
      throw new AssertionError("half a character at " + at);
    }
    append(Character.toString(codePoint));
    return at + Character.charCount(codePoint);
  }

  private void append(String text) {
    boolean linked = open.contains("code") || open.contains("a");
    outsideCode.append(linked ? "\u0001" : text);
  }
}
