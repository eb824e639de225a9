package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.text.CleanText;

/**
 * Turns text that stems from a chat into spans: what stands between backticks and what a client
 * would make a link of becomes code, the rest keeps the given style.
 */
final class TextSpans {

  private static final String SEPARATORS = " ()[]{}<>\"'«»“”„,;|";

  private final Set<String> people;

  /** Names of these people (lower case) may be mentioned. */
  TextSpans(Set<String> people) {
    this.people = people;
  }

  /** The spans of a text. */
  List<Span> of(String text, Span.Style style) {
    List<Span> spans = new ArrayList<>();
    String clean = CleanText.of(text);
    int at = 0;
    while (at < clean.length()) {
      int open = clean.indexOf('`', at);
      int close = open < 0 ? -1 : clean.indexOf('`', open + 1);
      if (close <= open + 1) {
        break;
      }
      words(spans, clean.substring(at, open), style);
      spans.add(Span.code(clean.substring(open + 1, close)));
      at = close + 1;
    }
    words(spans, clean.substring(at), style);
    return spans;
  }

  /** The spans of a name, in which backticks are letters like others. */
  List<Span> ofName(String name, Span.Style style) {
    List<Span> spans = new ArrayList<>();
    words(spans, CleanText.of(name), style);
    return spans;
  }

  /** Code as it stands in a text without any markup. */
  static String defused(String code) {
    StringBuilder text = new StringBuilder(code.length() + 8);
    for (int at = 0; at < code.length(); ) {
      int end = wordEnd(code, at);
      text.append(LinkLike.defused(code.substring(at, end)));
      if (end < code.length()) {
        text.append(code.charAt(end));
      }
      at = end + 1;
    }
    return text.toString();
  }

  private void words(List<Span> spans, String text, Span.Style style) {
    StringBuilder pending = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      String word = text.substring(at, end);
      if (LinkLike.is(word, people)) {
        flush(spans, pending, style);
        codeWord(spans, pending, word);
      } else {
        pending.append(word);
      }
      if (end < text.length()) {
        pending.append(text.charAt(end));
      }
      at = end + 1;
    }
    flush(spans, pending, style);
  }

  private static void codeWord(List<Span> spans, StringBuilder pending, String word) {
    int end = word.length();
    while (end > 1 && ".:!?…".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    spans.add(Span.code(LinkLike.shown(word.substring(0, end))));
    pending.append(word, end, word.length());
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static void flush(List<Span> spans, StringBuilder pending, Span.Style style) {
    if (!pending.isEmpty()) {
      spans.add(new Span(pending.toString(), style, null));
      pending.setLength(0);
    }
  }
}
