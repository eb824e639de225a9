package org.groupdigest.job.stage.extractive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word list of the engine: UTF-8, {@code [section]} headers, one entry a line, {@code #} starts a
 * comment line when a space follows, empty lines are ignored.
 */
final class SectionedResource {

  private SectionedResource() {}

  /** Entries by section, in file order; a missing resource is a fault of the build. */
  static Map<String, List<String>> read(String path) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines(path)) {
      String entry = line.strip();
      if (entry.startsWith("[") && entry.endsWith("]") && entry.matches("\\[[a-z.-]+]")) {
        current = new ArrayList<>();
        sections.put(entry.substring(1, entry.length() - 1), current);
      } else if (!entry.isEmpty() && !entry.startsWith("# ")) {
        current.add(entry);
      }
    }
    return sections;
  }

  private static List<String> lines(String path) {
    InputStream stream = SectionedResource.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException("resource is missing: " + path);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
