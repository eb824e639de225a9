package org.groupdigest.job.render;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.text.ShortName;

/**
 * Names of people as a digest shows them. An {@code @} stands before real user names of people who
 * wrote in the window, and before nothing else: a display name, and whatever else stands behind an
 * {@code @} in a text, may be the user name of a stranger, whom the digest would call. For the same
 * reason names of another messenger are never mentions: who is called so in Telegram is somebody
 * else.
 */
final class ShownPeople {

  private static final Pattern USER_NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_]+");
  private static final Pattern TECHNICAL_ID = Pattern.compile("(?:user|channel|chat|id)?-?\\d+");

  /** Words that call everybody at once, somewhere. */
  private static final Set<String> EVERYBODY =
      Set.of("all", "everyone", "everybody", "here", "channel", "group", "admin", "admins");

  private static final Set<String> OTHER_MESSENGERS =
      Set.of(
          "slack",
          "discord",
          "matrix",
          "whatsapp",
          "signal",
          "instagram",
          "messenger",
          "irc",
          "teams",
          "mattermost");

  private final Set<String> userNames = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();

  ShownPeople(DigestRecord digest) {
    if (!OTHER_MESSENGERS.contains(digest.group().source().toLowerCase(Locale.ROOT))) {
      digest.sources().stream().filter(ShownPeople::isUserName).forEach(this::add);
    }
  }

  private void add(SourceMessage source) {
    userNames.add(source.author());
    mentioned.add(source.author().toLowerCase(Locale.ROOT));
  }

  private static boolean isUserName(SourceMessage source) {
    String name = source.author();
    return name != null
        && name.equals(source.senderUsername())
        && USER_NAME.matcher(name).matches()
        && !TECHNICAL_ID.matcher(name).matches()
        && !EVERYBODY.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Names in lower case that may stand behind an {@code @} in any text. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** A name as plain text. */
  String name(String name) {
    if (userNames.contains(name)) {
      return "@" + name;
    }
    String shown = ShortName.of(name);
    return shown.isEmpty() ? "?" : shown;
  }

  /** The same for several. */
  List<String> names(List<String> names) {
    return names.stream().map(this::name).toList();
  }
}
