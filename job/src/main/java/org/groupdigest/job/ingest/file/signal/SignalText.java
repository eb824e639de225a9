package org.groupdigest.job.ingest.file.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.chatlog.DirectionMarks;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;

/** The text of one message, taken apart into what people wrote, files and reactions. */
final class SignalText {

  /** {@code ![photo.jpg](./media/photo.jpg)}, and without the first sign what is no picture. */
  private static final Pattern FILE =
      Pattern.compile("!?\\[([^\\]\\n]*)\\]\\((\\.?/?media/[^)\\n]+)\\)");

  /** {@code (- Anna: 👍, Boris: 😮 -)}. */
  private static final Pattern REACTIONS = Pattern.compile("\\(- ([^\\n]{1,2000}) -\\)\\s*$");

  private final List<String> files = new ArrayList<>();
  private final List<String> reactions = new ArrayList<>();
  private final String text;

  private SignalText(String body) {
    String said = DirectionMarks.removed(body);
    Matcher reacted = REACTIONS.matcher(said);
    if (reacted.find()) {
      takeReactions(reacted.group(1));
      said = said.substring(0, reacted.start());
    }
    text = FILE.matcher(said).replaceAll(this::takeFile).strip();
  }

  static SignalText of(String body) {
    return new SignalText(body);
  }

  /** What people wrote. */
  String text() {
    return text;
  }

  /** Puts text, files and reactions into a message. */
  void into(MessagePayload message) {
    message.text(text);
    files.forEach(file -> message.media(MediaKinds.ofFileName(file), file, null));
    reactions.forEach(emoji -> message.reaction(emoji, 1));
  }

  private String takeFile(MatchResult file) {
    String path = file.group(2);
    files.add(path.substring(path.lastIndexOf('/') + 1));
    return "";
  }

  private void takeReactions(String list) {
    for (String reaction : list.split(",\\s*", -1)) {
      String emoji = reaction.substring(reaction.lastIndexOf(' ') + 1).strip();
      if (!emoji.isEmpty() && !Character.isLetterOrDigit(emoji.codePointAt(0))) {
        reactions.add(emoji);
      }
    }
  }
}
