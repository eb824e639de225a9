package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.groupdigest.job.model.Json;

/**
 * The files of one bounded run.
 *
 * @param folder output folder
 */
record RunFiles(Path folder) {

  /** Runs the product over files; the run must succeed. */
  static RunFiles of(Path folder, List<Path> inputs, String... options) {
    List<String> args = new ArrayList<>(List.of("run", "--out", folder.toString(), "--input"));
    inputs.forEach(input -> args.add(input.toString()));
    args.addAll(List.of(options));
    Digest run = Digest.run(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(String.join("\n", run.err())).isZero();
    return new RunFiles(folder);
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  List<JsonNode> lines(String name) {
    return text(name).lines().map(line -> Json.read(line, JsonNode.class)).toList();
  }

  List<JsonNode> digests() {
    return lines("digests.jsonl");
  }

  JsonNode ledger() {
    return Json.read(text("ledger.json"), JsonNode.class);
  }

  /** In total and for every group each record is accounted for, and the groups make the total. */
  void ledgerIsExact() {
    JsonNode total = ledger().path("total");
    assertThat(total.path("received").asLong()).isEqualTo(accounted(total)).isPositive();
    long received = 0;
    for (JsonNode group : ledger().path("groups")) {
      assertThat(group.path("received").asLong()).as("%s", group).isEqualTo(accounted(group));
      received += group.path("received").asLong();
    }
    assertThat(received).isEqualTo(total.path("received").asLong());
  }

  private static long accounted(JsonNode counts) {
    long sum = 0;
    for (String name : List.of("windowed", "duplicate", "late", "invalid", "deleted")) {
      assertThat(counts.path(name).isIntegralNumber()).as(name).isTrue();
      sum += counts.path(name).asLong();
    }
    for (JsonNode reason : counts.path("filtered")) {
      sum += reason.asLong();
    }
    return sum;
  }

  /** Every message id that a digest cites anywhere. */
  static Set<String> citations(JsonNode digest) {
    Set<String> ids = new TreeSet<>();
    digest.findValues("message_ids").forEach(list -> list.forEach(id -> ids.add(id.asText())));
    for (String name : List.of("summary_message_ids", "decision_message_ids")) {
      digest.findValues(name).forEach(list -> list.forEach(id -> ids.add(id.asText())));
    }
    return ids;
  }
}
