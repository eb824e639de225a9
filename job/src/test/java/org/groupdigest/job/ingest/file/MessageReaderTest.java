package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageReaderTest {

  private static final List<String> LINES =
      List.of(
          line("1", 0, "09:00", "first"),
          line("2", 0, "09:05", "second"),
          line("2", 2, "09:05", "second, twice edited"),
          line("2", 1, "09:05", "second, edited"),
          line("3", 0, "08:00", "deleted later"),
          "{\"tenant_id\":\"t\",\"group_id\":\"g\",\"message_id\":\"3\",\"op\":\"delete\"}",
          line("4", 0, "08:30", "earliest"),
          line("5", 0, "09:30", ""),
          line("1", 0, "09:00", "first"));

  private final List<DeadLetter> invalid = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void givesTheNewestRevisionOfWhatIsLeftInTimeOrder() throws IOException {
    assertThat(texts(LINES)).containsExactly("earliest", "first", "second, twice edited");
  }

  @Test
  void theOrderOfDeliveryDoesNotMatter() throws IOException {
    List<String> shuffled = new ArrayList<>(LINES);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(texts(shuffled)).containsExactly("earliest", "first", "second, twice edited");
    }
  }

  @Test
  void groupsAreKeptApartAndInOrder() throws IOException {
    String other = line("1", 0, "09:00", "other").replace("\"g\"", "\"a\"");

    Map<GroupKey, List<Message>> groups = read(List.of(LINES.get(0), other));
    assertThat(groups.keySet()).containsExactly(new GroupKey("t", "g"), new GroupKey("t", "a"));
  }

  @Test
  void brokenLinesAreToldAndLeftOut() throws IOException {
    assertThat(texts(List.of(LINES.get(0), "{broken"))).containsExactly("first");
    assertThat(invalid).extracting(letter -> letter.source().offset()).containsExactly(2L);
  }

  private List<String> texts(List<String> lines) throws IOException {
    return read(lines).get(new GroupKey("t", "g")).stream().map(Message::text).toList();
  }

  private Map<GroupKey, List<Message>> read(List<String> lines) throws IOException {
    Path file = Imports.write(folder, "in.jsonl", String.join("\n", lines));
    MessageParser parser = new MessageParser((tenant, text) -> text);
    return new MessageReader(parser, ImportOptions.defaults(), invalid::add).read(file);
  }

  private static String line(String id, int revision, String time, String text) {
    return "{\"tenant_id\":\"t\",\"group_id\":\"g\",\"message_id\":\"%s\",\"revision\":%d,\"posted_at\":\"2025-11-10T%s:00Z\",\"text\":\"%s\"}"
        .formatted(id, revision, time, text);
  }
}
