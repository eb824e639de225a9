package org.groupdigest.job.ingest.file.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void readsLinesWithEitherEndAndALastOneWithout() throws IOException {
    assertThat(lines("a\nb\r\n\nc", 10)).containsExactly("a", "b", "", "c");
    assertThat(lines("", 10)).isEmpty();
    assertThat(lines("a\n", 10)).containsExactly("a");
  }

  @Test
  void keepsOnlyTheStartOfALineOverTheLimit() throws IOException {
    assertThat(lines("x".repeat(200_000) + "\nnext", 5)).containsExactly("xxxxxx", "next");
  }

  @Test
  void countsLinesFromOne() throws IOException {
    LineReader reader = reader("a\nb\n", 10);
    reader.next();
    assertThat(reader.number()).isEqualTo(1);
    reader.next();
    assertThat(reader.number()).isEqualTo(2);
  }

  @Property(tries = 50)
  void joinedLinesComeBack(
      @ForAll @Size(min = 1, max = 40)
          List<@AlphaChars @StringLength(min = 1, max = 9000) String> lines)
      throws IOException {
    assertThat(lines(String.join("\n", lines), 10_000)).isEqualTo(lines);
  }

  private static List<String> lines(String text, int limit) throws IOException {
    LineReader reader = reader(text, limit);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines.add(new String(line, StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static LineReader reader(String text, int limit) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
  }
}
