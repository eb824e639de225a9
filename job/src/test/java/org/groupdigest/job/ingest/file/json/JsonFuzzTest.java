package org.groupdigest.job.ingest.file.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.ingest.file.Damage;
import org.groupdigest.job.ingest.file.Damage.Kind;
import org.groupdigest.job.ingest.file.json.EntryList.Layout;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is damaged in a file, every entry that the damage does not touch is there. */
class JsonFuzzTest {

  private static final int TRIES = 2_000;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDamagedPlaceCostsNoNeighbour(Layout layout) throws IOException {
    long seed = Seeds.of("damaged JSON, " + layout);
    EntryList sound = EntryList.of(layout);
    for (int i = 0; i < TRIES * Seeds.times(); i++) {
      Damage damage = Damage.of(sound.bytes(), seed + i);
      Set<String> found = new HashSet<>(texts(damage.bytes()));
      List<String> lost = new ArrayList<>(sound.untouchedBy(damage));
      lost.removeAll(found);
      assertThat(lost).as("try %d, seed %d: %s%n%s", i, seed + i, damage, around(damage)).isEmpty();
    }
  }

  private static List<String> texts(byte[] bytes) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParts parts = new JsonParts(new ByteArrayInputStream(bytes), EntryList.SHAPE)) {
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        if (part.kind() == JsonPart.Kind.ENTRY && part.value() != null) {
          texts.add(part.value().path("text").asText());
        }
      }
    }
    return texts;
  }

  private static String around(Damage damage) {
    int from = Math.max(0, damage.from() - 200);
    int to = Math.min(damage.bytes().length, damage.from() + 200);
    return damage.kind() == Kind.CUT
        ? ""
        : new String(damage.bytes(), from, to - from, StandardCharsets.UTF_8);
  }
}
