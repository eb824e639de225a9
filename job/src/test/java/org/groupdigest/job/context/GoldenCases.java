package org.groupdigest.job.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.testing.DevelopmentData;
import org.junit.jupiter.api.Assumptions;

/** Input and output pairs of the development data. */
final class GoldenCases {

  /** One pair; prints as its id. */
  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.get("id").asText();
    }
  }

  private GoldenCases() {}

  /** The cases of a file; skips the calling test where the file is absent. */
  static List<Case> of(String file) {
    Optional<Path> path = DevelopmentData.find("golden/" + file);
    Assumptions.assumeTrue(path.isPresent(), () -> "no development data: golden/" + file);
    try {
      List<Case> cases = new ArrayList<>();
      new ObjectMapper()
          .readTree(Files.readString(path.get()))
          .get("cases")
          .forEach(node -> cases.add(new Case(node)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
