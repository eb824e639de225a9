package org.groupdigest.job.cli.madeup;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** One group of a made-up export: days of 50 to 400 messages, by 5 to 40 people. */
final class MadeUpChat {

  private static final long FIRST_DAY = Instant.parse("2026-01-12T00:00:00Z").getEpochSecond();
  private static final int DAY = 86_400;
  private static final int MORNING = 8 * 3600;
  private static final int AWAKE = 14 * 3600;
  private static final int SMALLEST_DAY = 50;
  private static final int LARGEST_DAY = 400;
  private static final List<String> NAMES =
      List.of("Anna", "Boris", "Клара", "Denis", "Ева", "Felix", "Галина", "Igor", "Юлия", "Leo");
  private static final List<String> EMOJI = List.of("👍", "❤", "🔥", "😁");

  private final int number;
  private final Random random;
  private final MadeUpSentences sentences;
  private final int people;
  private int id;

  MadeUpChat(int number, long seed) {
    this.number = number;
    // Multiplied, so that neighbouring groups do not begin alike.
    this.random = new Random(seed + number * 0x9E3779B97F4A7C15L);
    this.sentences = MadeUpSentences.of(number % 2 == 0);
    this.people = 5 + random.nextInt(36);
  }

  /** Writes so many messages as an object of the list of chats. */
  void write(Appendable out, long messages) throws IOException {
    out.append("   {\n    \"name\": \"Group ").append(Integer.toString(number));
    out.append("\",\n    \"type\": \"private_supergroup\",\n    \"id\": ");
    out.append(Integer.toString(1_000_000 + number)).append(",\n    \"messages\": [");
    long left = messages;
    for (long day = FIRST_DAY; left > 0; day += DAY) {
      int size = (int) Math.min(left, dayOf(left));
      day(out, day, size);
      left -= size;
    }
    out.append("\n    ]\n   }");
  }

  /** As many messages as a day has, without a day that is nearly empty at the end. */
  private long dayOf(long left) {
    int size = SMALLEST_DAY + random.nextInt(LARGEST_DAY - SMALLEST_DAY + 1);
    return left < 2 * SMALLEST_DAY ? left : Math.min(size, left - SMALLEST_DAY);
  }

  private void day(Appendable out, long day, int size) throws IOException {
    for (int i = 0; i < size; i++) {
      long at = day + MORNING + (long) AWAKE * i / size;
      out.append(id == 0 ? "\n" : ",\n");
      message(out, at);
    }
  }

  private void message(Appendable out, long at) throws IOException {
    int sender = random.nextInt(people);
    String text = sentences.next(random);
    id++;
    out.append("     {\n      \"id\": ").append(Integer.toString(id));
    out.append(",\n      \"type\": \"message\"");
    time(out, "date", "date_unixtime", at);
    if (random.nextInt(25) == 0) {
      time(out, "edited", "edited_unixtime", at + 60);
    }
    out.append(",\n      \"from\": \"").append(NAMES.get(sender % NAMES.size())).append(' ');
    out.append(Integer.toString(sender)).append("\",\n      \"from_id\": \"user");
    out.append(Integer.toString(5_000_000 + 100 * number + sender)).append('"');
    if (id > 1 && random.nextInt(5) == 0) {
      int answered = id - 1 - random.nextInt(Math.min(id - 1, 20));
      out.append(",\n      \"reply_to_message_id\": ").append(Integer.toString(answered));
    }
    out.append(",\n      \"text\": \"").append(text);
    out.append("\",\n      \"text_entities\": [\n       {\n        \"type\": \"plain\",\n");
    out.append("        \"text\": \"").append(text).append("\"\n       }\n      ]");
    reactions(out);
    out.append("\n     }");
  }

  private static void time(Appendable out, String local, String unix, long at) throws IOException {
    LocalDateTime time = LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC);
    out.append(",\n      \"").append(local).append("\": \"").append(time.toString());
    out.append(time.getSecond() == 0 ? ":00" : "").append("\",\n      \"").append(unix);
    out.append("\": \"").append(Long.toString(at)).append('"');
  }

  private void reactions(Appendable out) throws IOException {
    if (random.nextInt(8) == 0) {
      out.append(",\n      \"reactions\": [\n       {\n        \"type\": \"emoji\",\n");
      out.append("        \"count\": ").append(Integer.toString(1 + random.nextInt(6)));
      out.append(",\n        \"emoji\": \"").append(EMOJI.get(random.nextInt(EMOJI.size())));
      out.append("\"\n       }\n      ]");
    }
  }
}
