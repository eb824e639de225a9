package org.groupdigest.job.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The files of {@code sql/flink} as statements, as they travel in the job's jar. */
final class SqlFiles {
  private final Map<String, String> values;

  /** Fills in {@code ${NAME}} by these values, as envsubst does from the environment. */
  SqlFiles(Map<String, String> values) {
    this.values = values;
  }

  List<String> statements(String file) {
    return Arrays.stream(filledIn(file).split(";\\s*(\\n|$)"))
        .map(SqlFiles::withoutComments)
        .filter(statement -> !statement.isBlank())
        .toList();
  }

  private static String withoutComments(String statement) {
    return statement.replaceAll("(?m)^--.*$", "");
  }

  private String filledIn(String file) {
    String text = read("/db/flink/" + file);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static String read(String resource) {
    try (InputStream in = SqlFiles.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
