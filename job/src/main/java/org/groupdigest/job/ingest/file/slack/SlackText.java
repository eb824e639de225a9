package org.groupdigest.job.ingest.file.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.export.Markup;
import org.groupdigest.job.ingest.file.export.Nodes;

/** Texts of Slack as people see them: names for ids, links with their labels, no marks. */
final class SlackText {

  private static final Pattern TAG = Pattern.compile("<([^<>\\s|][^<>|]*)(?:\\|([^<>]*))?>");
  private static final Pattern STRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}*_~])([*_~])(?=\\S)([^\\n]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_~])");

  private final SlackWorkspace workspace;

  SlackText(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** Text in Slack's own markup; entities are decoded last, so that they cannot become tags. */
  String of(String markup) {
    String plain = Markup.outsideCode(markup, this::withoutMarks);
    return Markup.withoutEntities(plain);
  }

  /** Text of a message, or of its blocks where it has none itself. */
  String of(JsonNode message) {
    String text = of(message.path("text").asText(""));
    if (text.isBlank()) {
      StringBuilder blocks = new StringBuilder();
      Nodes.objects(message.path("blocks")).forEach(block -> add(blocks, block));
      text = blocks.toString().strip();
    }
    return text;
  }

  private String withoutMarks(String text) {
    // Marks first: the ids and addresses inside of tags may hold the same characters.
    StringBuilder shown = new StringBuilder();
    Matcher tags = TAG.matcher(text);
    int at = 0;
    while (tags.find()) {
      shown.append(unstressed(text.substring(at, tags.start()))).append(tag(tags));
      at = tags.end();
    }
    return unstressed(shown.append(unstressed(text.substring(at))).toString());
  }

  private static String unstressed(String text) {
    return STRESS.matcher(text).replaceAll("$2");
  }

  private String tag(MatchResult tag) {
    String target = tag.group(1);
    String label = tag.group(2) == null || tag.group(2).isBlank() ? null : tag.group(2);
    return switch (target.charAt(0)) {
      case '@' -> "@" + workspace.mention(target.substring(1), label);
      case '#' -> "#" + workspace.channelName(target.substring(1), label);
      case '!' -> command(target.substring(1), label);
      default -> link(target, label);
    };
  }

  private static String command(String command, String label) {
    int argument = command.indexOf('^');
    String name = argument < 0 ? command : command.substring(0, argument);
    if (label != null) {
      return label.startsWith("@") || name.equals("date") ? label : "@" + label;
    }
    return "@" + name;
  }

  private static String link(String target, String label) {
    String bare = target.replaceFirst("^(?:mailto|tel):", "").replaceFirst("^https?://", "");
    String plain = target.replaceFirst("^(?:mailto|tel):", "");
    boolean same = label == null || label.equals(plain) || label.equals(bare);
    return same ? plain : label + " (" + plain + ")";
  }

  private void add(StringBuilder text, JsonNode node) {
    switch (node.path("type").asText("")) {
      case "user" ->
          text.append('@').append(workspace.mention(node.path("user_id").asText(), null));
      case "channel" ->
          text.append('#').append(workspace.channelName(node.path("channel_id").asText(), null));
      case "broadcast" -> text.append('@').append(node.path("range").asText(""));
      case "emoji" -> text.append(':').append(node.path("name").asText("")).append(':');
      case "link" -> text.append(link(node.path("url").asText(""), Nodes.text(node, "text")));
      case "mrkdwn" -> text.append(of(node.path("text").asText("")));
      default -> addNested(text, node);
    }
  }

  private void addNested(StringBuilder text, JsonNode node) {
    if (node.path("text").isTextual()) {
      text.append(Markup.withoutEntities(node.path("text").textValue()));
    } else if (node.path("text").isObject()) {
      add(text, node.path("text"));
    }
    Nodes.objects(node.path("fields")).forEach(field -> add(text.append('\n'), field));
    Nodes.objects(node.path("elements")).forEach(element -> add(text, element));
    String type = node.path("type").asText("");
    boolean block =
        type.startsWith("rich_text_") || type.equals("section") || type.equals("header");
    if (block && text.length() > 0) {
      text.append('\n');
    }
  }
}
