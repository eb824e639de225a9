package org.groupdigest.job.render;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.GroupInfo;

/**
 * Where a message can be read. Telegram groups with a public name: {@code t.me/<name>/<id>}; others
 * with a numeric id: {@code t.me/c/<id without -100>/<id>}. Other sources by a template such as
 * {@code https://example.org/{group}#m{message}}, ids percent-encoded; {@code {message_digits}} is
 * the id without its marks, as Slack wants it. Where there is no pattern or an id does not fit,
 * there is no link, never a wrong one.
 */
public final class LinkPattern {

  private static final Pattern PUBLIC_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");
  private static final Pattern TELEGRAM_GROUP = Pattern.compile("(?:-100)?([1-9]\\d{0,18})");
  private static final Pattern MARKED_TELEGRAM_GROUP = Pattern.compile("-100[1-9]\\d{0,18}");

  /** Telegram counts the messages of a group in 32 bits. */
  private static final Pattern TELEGRAM_MESSAGE = Pattern.compile("[1-9]\\d{0,9}");

  private static final String TELEGRAM = "telegram";

  /** Sources of those who have not named one. */
  private static final Set<String> UNNAMED = Set.of("", "file", "unknown");

  private static final int MAX_LENGTH = 300;

  private final Map<String, String> templates;

  /**
   * Patterns for sources other than Telegram.
   *
   * @param templates URL templates by source, {@code http} or {@code https}, with {@code {message}}
   *     and perhaps {@code {group}}; another kind is an {@link IllegalArgumentException}
   */
  public LinkPattern(Map<String, String> templates) {
    templates.forEach(LinkPattern::requireTemplate);
    this.templates = Map.copyOf(templates);
  }

  /** Links to Telegram only. */
  public static LinkPattern telegramOnly() {
    return new LinkPattern(Map.of());
  }

  /** The address of a message, if it has one. */
  public Optional<String> link(GroupInfo group, String groupId, String messageId) {
    String template = templates.get(group.source());
    Optional<String> link =
        template != null
            ? Optional.of(fill(template, groupId, messageId))
            : isTelegram(group, groupId)
                ? telegram(group.username(), groupId, messageId)
                : Optional.empty();
    return link.filter(href -> href.length() <= MAX_LENGTH);
  }

  /** A source that nobody has named is Telegram where the group is called as only there. */
  private static boolean isTelegram(GroupInfo group, String groupId) {
    return group.source().equals(TELEGRAM)
        || (UNNAMED.contains(group.source())
            && (group.username() != null || MARKED_TELEGRAM_GROUP.matcher(groupId).matches()));
  }

  private static Optional<String> telegram(String username, String groupId, String messageId) {
    if (!TELEGRAM_MESSAGE.matcher(messageId).matches()) {
      return Optional.empty();
    }
    if (username != null && PUBLIC_NAME.matcher(username).matches()) {
      return Optional.of("https://t.me/" + username + "/" + messageId);
    }
    Matcher numeric = TELEGRAM_GROUP.matcher(groupId);
    return numeric.matches()
        ? Optional.of("https://t.me/c/" + numeric.group(1) + "/" + messageId)
        : Optional.empty();
  }

  private static String fill(String template, String groupId, String messageId) {
    return template
        .replace("{group}", encoded(groupId))
        .replace("{message_digits}", messageId.replaceAll("\\D", ""))
        .replace("{message}", encoded(messageId));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static void requireTemplate(String source, String template) {
    String scheme = URI.create(fill(template, "g", "1")).getScheme();
    String lower = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    boolean named = template.contains("{message}") || template.contains("{message_digits}");
    if (!named || !(lower.equals("https") || lower.equals("http"))) {
      throw new IllegalArgumentException(
          "link pattern of source " + source + " must be an http(s) URL with {message}");
    }
  }
}
