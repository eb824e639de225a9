package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code stack.json} in the data folder, there while the stack runs: one object with {@code pid} of
 * the owner and one object for each service ({@code kafka}, {@code postgres}, {@code redis}, {@code
 * neo4j}, {@code s3}) with its endpoints as text.
 */
final class StackFile {

  private static final String NAME = "stack.json";

  private StackFile() {}

  static void write(Path folder, long pid, Collection<LocalService> services) {
    Path temporary = folder.resolve(NAME + ".tmp");
    try {
      Files.writeString(temporary, json(pid, services));
      Files.move(temporary, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Folders.notWritable(folder, e);
    }
  }

  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException ignored) {
      // The next start writes it anew.
    }
  }

  private static String json(long pid, Collection<LocalService> services) {
    String entries =
        services.stream()
            .map(
                s ->
                    ",\n  "
                        + quoted(s.service().name().toLowerCase(Locale.ROOT))
                        + ": "
                        + object(s.endpoints()))
            .collect(Collectors.joining());
    return "{\n  \"pid\": " + pid + entries + "\n}\n";
  }

  private static String object(Map<String, String> endpoints) {
    return endpoints.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
