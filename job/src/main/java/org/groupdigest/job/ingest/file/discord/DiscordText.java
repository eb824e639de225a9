package org.groupdigest.job.ingest.file.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.export.Markup;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.record.Spoilers;

/** Texts of Discord as people see them: hidden parts hidden, mentions by name, code as it is. */
final class DiscordText {

  private static final Pattern SPOILER = Pattern.compile("\\|\\|.+?\\|\\|", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("<(?:a?:(\\w{2,32}):\\d+|@[!&]?(\\d+)|#(\\d+)|t:(-?\\d{1,13})(?::\\w)?)>");
  private static final Pattern STRESS = Pattern.compile("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1");

  private DiscordText() {}

  /**
   * The text.
   *
   * @param mentions people that it names by number
   */
  static String of(String content, JsonNode mentions) {
    // A hidden part may hold code.
    String shown =
        SPOILER.matcher(content).replaceAll(Matcher.quoteReplacement(Spoilers.PLACEHOLDER));
    return Markup.outsideCode(
        shown,
        text -> {
          String named = TAG.matcher(text).replaceAll(tag -> replacement(tag, mentions));
          return STRESS.matcher(named).replaceAll("$2");
        });
  }

  private static String replacement(MatchResult tag, JsonNode mentions) {
    String text = tag.group();
    if (tag.group(1) != null) {
      text = ":" + tag.group(1) + ":";
    } else if (tag.group(2) != null) {
      text = "@" + name(tag.group(2), mentions);
    } else if (tag.group(3) != null) {
      text = "#" + tag.group(3);
    } else {
      text = time(tag.group(4));
    }
    return Matcher.quoteReplacement(text);
  }

  private static String name(String id, JsonNode mentions) {
    return Nodes.objects(mentions).stream()
        .filter(user -> id.equals(Nodes.text(user, "id")))
        .map(user -> Nodes.firstText(user, "name", "nickname"))
        .findFirst()
        .orElse(id);
  }

  private static String time(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
    } catch (DateTimeException e) {
      return "[time]";
    }
  }
}
