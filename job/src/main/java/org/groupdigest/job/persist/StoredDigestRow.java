package org.groupdigest.job.persist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Usage;

/** Reads a {@link StoredDigest} out of its row. */
final class StoredDigestRow {

  private static final List<String> NAMES =
      List.of(
          "status",
          "status_reason",
          "language",
          "calls",
          "prompt_tokens",
          "answer_tokens",
          "cost_micros",
          "html",
          "html_parts",
          "markdown",
          "plain_text",
          "payload");

  /** What must be selected of {@code group_digests}. */
  static final String COLUMNS = String.join(", ", NAMES);

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private StoredDigestRow() {}

  /** What must be selected of {@code group_digests} where it goes by another name. */
  static String columnsOf(String alias) {
    return NAMES.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
  }

  static StoredDigest read(ResultSet row) throws SQLException {
    JsonNode payload = Json.read(row.getString("payload"), JsonNode.class);
    JsonNode evaluation = payload.path("evaluation");
    return new StoredDigest(
        DigestStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("status_reason"),
        row.getString("language"),
        evaluation.isObject() ? Json.mapper().convertValue(evaluation, Evaluation.class) : null,
        Json.mapper().convertValue(payload.path("degradations"), TEXTS),
        new Usage(
            row.getInt("calls"),
            row.getLong("prompt_tokens"),
            row.getLong("answer_tokens"),
            row.getLong("cost_micros")),
        rendered(row));
  }

  private static Rendered rendered(ResultSet row) throws SQLException {
    if (row.getString("html") == null) {
      return null;
    }
    String[] parts = (String[]) row.getArray("html_parts").getArray();
    return new Rendered(
        row.getString("html"),
        List.of(parts),
        row.getString("markdown"),
        row.getString("plain_text"));
  }
}
