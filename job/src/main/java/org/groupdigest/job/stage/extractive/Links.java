package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.udfs.language.Term;

/** Tells links from words: what stands in an address says nothing of what is talked about. */
final class Links {

  /** What stands for a spoiler, or for masked data: {@code [spoiler]}, {@code [phone:7f3a]}. */
  private static final String PLACEHOLDER = "\\[[a-z][a-z_-]*(?::[\\w-]+)?\\]";

  private static final Pattern HIDDEN = Pattern.compile(PLACEHOLDER);
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/\\S*"
              + "|(?:[a-z0-9-]+\\.)+(?:com|org|net|ru|io|edu|dev|info|uk|de)(?![\\p{L}\\p{N}.])"
              + "|\\S+@\\S+\\.\\p{L}+|@\\w+|"
              + PLACEHOLDER);

  private Links() {}

  /** The words of a text that do not stand in links, mentions or placeholders. */
  static List<Term> without(String text, List<Term> terms) {
    List<int[]> spans = new ArrayList<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      spans.add(new int[] {matcher.start(), matcher.end()});
    }
    return terms.stream()
        .filter(term -> spans.stream().noneMatch(span -> isIn(term, span)))
        .toList();
  }

  /** Whether a text has a link. */
  static boolean in(String text) {
    return LINK.matcher(text).find();
  }

  /** Whether a text has a placeholder. */
  static boolean hide(String text) {
    return HIDDEN.matcher(text).find();
  }

  /** Whether a text begins with a link. */
  static boolean begins(String text) {
    return LINK.matcher(text).lookingAt();
  }

  private static boolean isIn(Term term, int[] span) {
    return term.start() >= span[0] && term.end() <= span[1];
  }
}
