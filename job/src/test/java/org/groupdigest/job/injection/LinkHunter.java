package org.groupdigest.job.injection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what some client might turn into a link by itself, rather too much than too little: written
 * from what messengers and mail programs do, not from what the renderer does.
 */
final class LinkHunter {

  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*:[/\\\\]{2}\\S"
              + "|(?<![\\p{L}\\p{N}])(?:javascript|vbscript|data|mailto|tel|sms|tg|file|intent):\\S");
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)www\\.[\\p{L}\\p{N}]|[\\p{L}\\p{N}_-]+[.\u3002\uff61]"
              + "(?:[a-z]{2,24}|xn--[a-z0-9-]+|рф|онлайн|срб|қаз|укр|бел)(?![\\p{L}\\p{N}_])");
  private static final Pattern MENTION = Pattern.compile("@([A-Za-z]\\w{2,})");
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\p{L}\\p{N}_/<>])/[A-Za-z][A-Za-z0-9_]*");

  private final Set<String> people;

  /**
   * @param people user names that may be mentioned, in lower case
   */
  LinkHunter(Set<String> people) {
    this.people = people;
  }

  /** Links in a text that a messenger shows. */
  List<String> shown(String text) {
    List<String> found = written(text);
    collect(found, COMMAND, text);
    return found;
  }

  /** Links in a text that is sent as it is. */
  List<String> written(String text) {
    List<String> found = addresses(text);
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (String form : normal.equals(text) ? List.of(text) : List.of(text, normal)) {
      collect(found, HOST, form);
      for (Matcher mention = MENTION.matcher(form); mention.find(); ) {
        if (!people.contains(mention.group(1).toLowerCase(Locale.ROOT))) {
          found.add(mention.group());
        }
      }
    }
    return found;
  }

  /** Whole addresses, with what makes them addresses. */
  List<String> addresses(String text) {
    List<String> found = new ArrayList<>();
    collect(found, SCHEME, text);
    collect(found, SCHEME, Normalizer.normalize(text, Normalizer.Form.NFKC));
    return found;
  }

  private static void collect(List<String> found, Pattern pattern, String text) {
    pattern.matcher(text).results().forEach(one -> found.add(one.group()));
  }
}
