package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Exports of each messenger, damaged in 2,000 ways each: never an exception, and all messages but
 * those that the damage lies in are there, with their own author.
 */
class MessengerFuzzTest {

  private static final int TRIES = 2_000;
  private static final int MESSAGES = 24;

  /**
   * Where name and most of the time are gone, a line such as {@code 12.11.25: text} may be
   * anything: so many of the tries may leave one.
   */
  private static final int MOST_MIXED = TRIES / 200;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"WHATSAPP", "SIGNAL", "SLACK", "DISCORD", "INSTAGRAM", "MATRIX"})
  void damageCostsNoNeighbour(FileFormat format) throws IOException {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      entries.add(entry(format, i));
    }
    String head = head(format);
    byte[] sound =
        (head + String.join(between(format), entries) + tail(format))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(said(format, sound)).hasSize(MESSAGES);
    List<String> mixed = new ArrayList<>();
    for (long seed = 0; seed < TRIES; seed++) {
      Damage damage = Damage.of(sound, seed);
      Set<String> expected = untouched(format, head, entries, damage);
      Set<String> said =
          isBeforeMessages(head, damage)
              ? saidOrRefused(format, damage)
              : said(format, damage.bytes());
      if (!isBeforeMessages(head, damage)) {
        // A few characters of a damaged start may be left behind the message before it.
        assertThat(expected)
            .as("%s, seed %d, %s", format, seed, damage)
            .allMatch(message -> said.stream().anyMatch(other -> other.startsWith(message)));
        if (said.stream().anyMatch(MessengerFuzzTest::holdsWordsOfTwo)
            && !swallowsStart(format, head, entries, damage)) {
          mixed.add(seed + " " + damage);
        }
      }
    }
    assertThat(mixed)
        .as("%s: words under the name of another", format)
        .hasSizeLessThanOrEqualTo(MOST_MIXED);
  }

  /** Whether the words of another message are in one, without the name of who said them. */
  private static boolean holdsWordsOfTwo(String message) {
    String[] parts = message.split("Сообщение number ", -1);
    return IntStream.range(1, parts.length - 1)
        .anyMatch(i -> !parts[i].matches("(?s).*(Anna|Eve|Борис): "));
  }

  /**
   * Whether the damage leaves no time before a message: of a text, nothing then tells that a
   * message starts there.
   */
  private static boolean swallowsStart(
      FileFormat format, String head, List<String> entries, Damage damage) {
    if (format != FileFormat.WHATSAPP && format != FileFormat.SIGNAL) {
      return false;
    }
    int at = head.getBytes(StandardCharsets.UTF_8).length;
    for (String entry : entries) {
      int time = entry.indexOf(format == FileFormat.WHATSAPP ? " - " : "] ");
      if (damage.from() <= at + 1 && damage.to() >= at + time - 1) {
        return true;
      }
      at += entry.getBytes(StandardCharsets.UTF_8).length + between(format).length();
    }
    return false;
  }

  /** The first message of a text tells how the others start, and a text may be cut to less. */
  private static boolean isBeforeMessages(String head, Damage damage) {
    return damage.from() < Math.max(head.length(), 60);
  }

  /** A file without a readable start may be refused, in a sentence. */
  private Set<String> saidOrRefused(FileFormat format, Damage damage) throws IOException {
    try {
      return said(format, damage.bytes());
    } catch (InputFileException e) {
      assertThat(e.advice()).isNotBlank();
      return Set.of();
    }
  }

  /** Messages at a distance from the damage; what stands between two belongs to both. */
  private static Set<String> untouched(
      FileFormat format, String head, List<String> entries, Damage damage) {
    List<String> whole = new ArrayList<>();
    int at = head.getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < MESSAGES; i++) {
      int end = at + entries.get(i).getBytes(StandardCharsets.UTF_8).length;
      int next = end + between(format).length();
      boolean touched = damage.from() <= next && damage.to() >= at - between(format).length();
      boolean behindCut = damage.kind() == Damage.Kind.CUT && at >= damage.from();
      if (!touched && !behindCut) {
        whole.add(who(i) + ": " + text(i));
      }
      at = next;
    }
    return Set.copyOf(whole);
  }

  private Set<String> said(FileFormat format, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("export"), bytes);
    Imports imports = Imports.of(file, new ImportOptions(null, ZoneOffset.UTC, format, null));
    return imports.events().stream()
        .filter(event -> event.message() != null)
        .map(event -> event.message().senderName() + ": " + event.message().text())
        .collect(Collectors.toSet());
  }

  private static String who(int i) {
    return List.of("Anna", "Борис", "Eve").get(i % 3);
  }

  private static String text(int i) {
    return "Сообщение number " + i + " about the boat";
  }

  private static String time(int i) {
    return String.format(Locale.ROOT, "%02d", 10 + i);
  }

  private static String entry(FileFormat format, int i) {
    return switch (format) {
      case WHATSAPP -> "12.11.25, 10:" + time(i) + " - " + who(i) + ": " + text(i);
      case SIGNAL -> "[2025-11-12, 10:" + time(i) + "] " + who(i) + ": " + text(i);
      default -> Exports.json(object(format, i));
    };
  }

  private static String object(FileFormat format, int i) {
    String text = text(i);
    return switch (format) {
      case SLACK ->
          "{'type':'message','user_profile':{'name':'x','display_name':'"
              + who(i)
              + "'},'user':'U"
              + i % 3
              + "','text':'"
              + text
              + "','ts':'17629416"
              + time(i)
              + ".000100'}";
      case DISCORD ->
          "{'id':'10"
              + time(i)
              + "','type':'Default','timestamp':'2025-11-12T10:"
              + time(i)
              + ":00+00:00','content':'"
              + text
              + "','author':{'id':'"
              + i % 3
              + "','name':'"
              + who(i)
              + "','isBot':false}}";
      case INSTAGRAM ->
          "{'sender_name':'"
              + who(i)
              + "','timestamp_ms':17629416"
              + time(i)
              + "000,'content':'"
              + text
              + "','is_geoblocked_for_viewer':false}";
      default ->
          "{'type':'m.room.message','sender':'@"
              + who(i)
              + ":h.example','content':{'msgtype':"
              + "'m.text','body':'"
              + text
              + "'},'origin_server_ts':17629416"
              + time(i)
              + "000,'event_id':'$e"
              + time(i)
              + "','room_id':'!r:h.example'}";
    };
  }

  private static String between(FileFormat format) {
    return format == FileFormat.WHATSAPP || format == FileFormat.SIGNAL ? "\n" : ",\n    ";
  }

  private static String head(FileFormat format) {
    return switch (format) {
      case WHATSAPP, SIGNAL -> "";
      case SLACK -> "[\n    ";
      case DISCORD ->
          Exports.json(
              "{'guild':{'id':'1','name':'B'},'channel':{'id':'2','name':'r'},'messages':[\n    ");
      case INSTAGRAM -> Exports.json("{'participants':[],'messages':[\n    ");
      default -> Exports.json("{'room_name':'Sailing','messages':[\n    ");
    };
  }

  private static String tail(FileFormat format) {
    return switch (format) {
      case WHATSAPP, SIGNAL -> "\n";
      case SLACK -> "\n]";
      default -> "\n]}";
    };
  }
}
