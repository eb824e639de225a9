package org.groupdigest.job.sim;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowContext;

/** Writes prompts in the form that the simulator reads. */
public final class Prompts {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Prompts() {}

  /** Stages that read messages. */
  public static String ofMessages(WindowContext window, String language, Stage... stages) {
    return prompt(
        stages, language, participants(window) + "## messages\n" + threads(window), "Be brief.");
  }

  /** Stages that read what others found. */
  public static String ofUnits(
      WindowContext window, Segments segments, String language, Stage... stages) {
    Map<String, Message> byId = byId(window);
    StringBuilder data = new StringBuilder(participants(window)).append("## units\n");
    for (Segments.Unit unit : segments.units()) {
      Set<String> authors = new LinkedHashSet<>();
      unit.messageIds().forEach(id -> authors.add(byId.get(id).author()));
      data.append(unit.kind())
          .append('|')
          .append(String.join(",", unit.messageIds()))
          .append('|')
          .append(String.join(",", authors))
          .append('|')
          .append(text(unit.text()))
          .append('\n');
    }
    data.append("## emotions\nneutral|0.2|0|0.5|0.1|0.2\n## roles\n## media\n## previous\n");
    return prompt(stages, language, data.toString(), "Be brief.");
  }

  /** The judge. */
  public static String ofDigest(WindowContext window, Synthesis digest, String language) {
    StringBuilder data = new StringBuilder("## digest\n");
    if (digest.headline() != null) {
      data.append(claim("headline", digest.headline()));
    }
    digest.keyPoints().forEach(one -> data.append(claim("point", one)));
    digest.decisions().forEach(one -> data.append(claim("decision", one)));
    digest.openQuestions().forEach(one -> data.append(claim("question", one)));
    digest
        .actions()
        .forEach(
            one ->
                data.append("action|")
                    .append(String.join(",", one.messageIds()))
                    .append('|')
                    .append(one.owner() == null ? "" : one.owner())
                    .append('|')
                    .append(one.due() == null ? "" : one.due())
                    .append('|')
                    .append(text(one.action()))
                    .append('\n'));
    digest
        .participants()
        .forEach(
            one ->
                data.append("participant|")
                    .append(String.join(",", one.messageIds()))
                    .append('|')
                    .append(one.username())
                    .append('|')
                    .append(one.role())
                    .append('|')
                    .append(text(one.note()))
                    .append('\n'));
    data.append("## excerpt\n");
    excerpt(window, digest).forEach(message -> data.append(line(window, message)));
    data.append("## window\n")
        .append(window.messageCount())
        .append('|')
        .append(window.stats().participants())
        .append('\n');
    Stage[] stages = {Stage.EVALUATION_AGENT};
    return prompt(stages, language, data.toString(), "Judge it.");
  }

  /** What follows a refused answer. */
  public static String repair(String refused, Stage... stages) {
    return "STAGES: "
        + names(stages)
        + "\nPut it right.\n## notes\n$.units[0]: wrong\n## refused\n"
        + text(refused);
  }

  /** Messages that a digest cites first, then the excerpt, at most 20. */
  private static List<Message> excerpt(WindowContext window, Synthesis digest) {
    Map<String, Message> byId = byId(window);
    Set<String> ids = new LinkedHashSet<>();
    List<Claim> claims = new ArrayList<>(digest.keyPoints());
    if (digest.headline() != null) {
      claims.add(0, digest.headline());
    }
    claims.addAll(digest.decisions());
    claims.addAll(digest.openQuestions());
    claims.forEach(one -> ids.addAll(one.messageIds()));
    digest.actions().forEach(one -> ids.addAll(one.messageIds()));
    ids.addAll(window.excerpt());
    return ids.stream().limit(20).map(byId::get).toList();
  }

  /** A prompt with any data. */
  public static String prompt(Stage[] stages, String language, String data, String instructions) {
    String block = data.strip();
    String word = Checksums.sha256(block).substring(0, 8);
    return "STAGES: "
        + names(stages)
        + "\nLANGUAGE: "
        + language
        + "\n"
        + instructions
        + "\n<<<DATA "
        + word
        + "\n"
        + block
        + "\nDATA "
        + word
        + ">>>";
  }

  private static String names(Stage... stages) {
    return Arrays.stream(stages).map(Stage::wireName).collect(Collectors.joining(", "));
  }

  private static String participants(WindowContext window) {
    StringBuilder lines = new StringBuilder("## participants\n");
    window
        .participants()
        .forEach(
            one ->
                lines
                    .append(one.username())
                    .append('|')
                    .append(one.messages())
                    .append('|')
                    .append(one.questions())
                    .append('\n'));
    return lines.toString();
  }

  private static String threads(WindowContext window) {
    Map<String, Message> byId = byId(window);
    Set<String> threaded = new HashSet<>();
    StringBuilder lines = new StringBuilder();
    for (MessageThread thread : window.threads()) {
      lines.append("# ").append(thread.threadId()).append('\n');
      thread.messageIds().forEach(id -> lines.append(line(window, byId.get(id))));
      threaded.addAll(thread.messageIds());
    }
    lines.append("# -\n");
    window.messages().stream()
        .filter(message -> !threaded.contains(message.messageId()))
        .forEach(message -> lines.append(line(window, message)));
    return lines.toString();
  }

  private static String line(WindowContext window, Message message) {
    StringBuilder text = new StringBuilder(text(message.text()));
    for (MediaItem item : message.media()) {
      if (item.hasText()) {
        text.append(" [").append(item.kind().wireName()).append(": ");
        text.append(text(said(item)));
        text.append(']');
      }
    }
    String reply = message.replyToMessageId();
    return String.join(
            "|",
            message.messageId(),
            message.author(),
            TIME.format(message.postedAt().atZone(ZoneId.of(window.window().timeZone()))),
            reply == null ? "" : ">" + reply,
            text)
        + "\n";
  }

  private static String said(MediaItem item) {
    return Stream.of(item.description(), item.ocrText(), item.transcript())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static String claim(String kind, Claim claim) {
    return kind + "|" + String.join(",", claim.messageIds()) + "|" + text(claim.text()) + "\n";
  }

  private static String text(String text) {
    return text.replace("\n", " / ").replace("|", "¦").replace("<<<", "‹‹‹").replace(">>>", "›››");
  }

  private static Map<String, Message> byId(WindowContext window) {
    return window.messages().stream()
        .collect(Collectors.toMap(Message::messageId, Function.identity()));
  }
}
