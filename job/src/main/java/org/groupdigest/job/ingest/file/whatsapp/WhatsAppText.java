package org.groupdigest.job.ingest.file.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groupdigest.job.ingest.file.chatlog.DirectionMarks;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.model.MediaKind;

/** The text of one message, taken apart into what people wrote, files and marks. */
final class WhatsAppText {

  private static final Phrases PHRASES = Phrases.ALL;

  /** {@code <attached: 0001-PHOTO.jpg>}, in any language: a word, a colon, a file. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("<([^<>:\\n]{2,24}?)\\s?:\\s?([^<>\\n]+\\.\\w{1,5})>");

  /** {@code IMG-0001.jpg (file attached)}. */
  private static final Pattern BEFORE_PARENTHESES =
      Pattern.compile("^(.{1,200}\\.\\w{1,5}) \\(([^()]{3,30})\\)$");

  /** Names that WhatsApp gives to files itself tell that a word in parentheses is its own, too. */
  private static final Pattern OWN_NAME =
      Pattern.compile("(?:IMG|VID|AUD|PTT|STK|DOC|VN)-\\d{8}-WA\\d+\\.\\w{1,5}");

  private static final Pattern MARK_AT_END = Pattern.compile("\\s*<([^<>\\n]{3,60})>\\s*$");
  private static final Pattern VOTES = Pattern.compile("\\s*\\((\\d+)\\s[^()]*\\)\\s*$");
  private static final String LINK = "https?://\\S*(?:maps|foursquare)\\S*";

  private final List<String> lines = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private boolean edited;

  private record Attachment(MediaKind kind, String name, String description) {}

  private WhatsAppText(String text) {
    String unmarked = withoutEditedMark(DirectionMarks.removed(text));
    for (String line : unmarked.split("\n", -1)) {
      takeLine(line);
    }
  }

  static WhatsAppText of(String text) {
    return new WhatsAppText(text);
  }

  /** What people wrote, without blanks around it. */
  String text() {
    return isPoll() ? poll() : lines.stream().collect(Collectors.joining("\n")).strip();
  }

  /** Puts text, files and marks into a message. */
  void into(MessagePayload message) {
    message.text(text()).edited(edited);
    attachments.forEach(a -> message.media(a.kind, a.name, a.description));
  }

  private String withoutEditedMark(String text) {
    Matcher mark = MARK_AT_END.matcher(text);
    edited = mark.find() && PHRASES.isEdited(mark.group(1));
    return edited ? text.substring(0, mark.start()) : text;
  }

  private void takeLine(String line) {
    String rest = withoutFiles(line);
    String bare = rest.strip();
    boolean bracketed = bare.startsWith("<") && bare.endsWith(">") && bare.length() > 2;
    MediaKind omitted = PHRASES.omitted(bracketed ? bare.substring(1, bare.length() - 1) : bare);
    if (omitted != null) {
      attachments.add(new Attachment(omitted, null, null));
    } else if (!takeOmittedDocument(bare) && !takeFile(bare) && !takePlace(bare)) {
      lines.add(rest);
    }
  }

  /** Files in brackets can stand behind a caption. */
  private String withoutFiles(String line) {
    if (line.indexOf('<') < 0) {
      return line;
    }
    return IN_BRACKETS
        .matcher(line)
        .replaceAll(
            found -> {
              attach(found.group(2).strip());
              return "";
            });
  }

  /** {@code report.pdf • 3 pages document omitted}. */
  private boolean takeOmittedDocument(String line) {
    int bullet = line.indexOf(" \u2022 ");
    int words = bullet < 0 ? -1 : line.lastIndexOf(' ');
    int two = words < 0 ? -1 : line.lastIndexOf(' ', words - 1);
    boolean omitted = two > bullet && PHRASES.omitted(line.substring(two + 1)) != null;
    if (omitted) {
      attachments.add(new Attachment(MediaKind.DOCUMENT, line.substring(0, bullet), null));
    }
    return omitted;
  }

  private boolean takeFile(String line) {
    Matcher file = BEFORE_PARENTHESES.matcher(line);
    boolean attached =
        file.matches()
            && (PHRASES.isAttached(file.group(2)) || OWN_NAME.matcher(file.group(1)).matches());
    if (attached) {
      attach(file.group(1));
    }
    return attached;
  }

  private void attach(String file) {
    boolean contact = file.endsWith(".vcf");
    MediaKind kind = contact ? MediaKind.OTHER : MediaKinds.ofFileName(file);
    attachments.add(new Attachment(kind, contact ? null : file, contact ? file : null));
  }

  /** A location: its name is kept, its coordinates are where somebody lives. */
  private boolean takePlace(String line) {
    int colon = line.indexOf(':');
    boolean place = colon > 0 ? PHRASES.isPlace(line.substring(0, colon)) : PHRASES.isPlace(line);
    boolean shared = place && (colon < 0 || line.contains("://"));
    if (shared) {
      String name = line.substring(colon + 1).replaceAll(LINK, "").replaceAll("\\(\\s*\\)", "");
      attachments.add(new Attachment(MediaKind.OTHER, null, colon < 0 ? null : name.strip()));
    }
    return shared;
  }

  private boolean isPoll() {
    return lines.size() > 2 && PHRASES.isList(beforeColon(lines.get(0)));
  }

  private static String beforeColon(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(0, colon);
  }

  /** The question and its answers, one a line, with the votes of each. */
  private String poll() {
    StringBuilder poll = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      String option = beforeColon(line);
      boolean answer = PHRASES.isOption(option);
      if (!line.isBlank()) {
        poll.append(poll.length() == 0 ? "" : "\n");
        poll.append(answer ? "- " + counted(line.substring(option.length() + 1)) : line.strip());
      }
    }
    return poll.toString();
  }

  private static String counted(String option) {
    Matcher votes = VOTES.matcher(option);
    return votes.find()
        ? option.substring(0, votes.start()).strip() + " (" + votes.group(1) + ")"
        : option.strip();
  }
}
