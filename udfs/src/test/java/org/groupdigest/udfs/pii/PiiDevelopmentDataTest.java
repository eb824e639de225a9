package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.udfs.DevelopmentData;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.api.Test;

/** Floors under what the masker reaches on annotated texts, and a ceiling over its false finds. */
class PiiDevelopmentDataTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));
  private static final Map<String, PiiKind> KINDS =
      Map.of(
          "PHONE_NUMBER", PiiKind.PHONE,
          "EMAIL_ADDRESS", PiiKind.EMAIL,
          "CREDIT_CARD", PiiKind.CARD,
          "IBAN_CODE", PiiKind.IBAN,
          "IP_ADDRESS", PiiKind.IP);

  @Test
  void synthesisedTextsAreMaskedAsAnnotated() throws IOException {
    Path file = DevelopmentData.fileOrSkip("pii/presidio-research-synth-dev.json");
    int wanted = 0;
    int hit = 0;
    int found = 0;
    int unannotated = 0;
    for (JsonNode row : JSON.readTree(file.toFile())) {
      List<PiiSpan> spans = MASKER.find(row.get("full_text").asText());
      for (JsonNode gold : row.get("spans")) {
        PiiKind kind = KINDS.get(gold.get("entity_type").asText());
        wanted += kind == null ? 0 : 1;
        hit += kind != null && isCovered(gold, kind, spans) ? 1 : 0;
      }
      found += spans.size();
      unannotated += (int) spans.stream().filter(span -> !touchesAny(row, span)).count();
    }
    assertThat((double) hit / wanted).isGreaterThanOrEqualTo(0.98);
    assertThat((double) unannotated / found).isLessThanOrEqualTo(0.01);
  }

  @Test
  void numbersWithWrongCheckDigitsAreLeftAlone() throws IOException {
    Path file = DevelopmentData.fileOrSkip("pii/number-validity-dev.jsonl");
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      boolean masked = !MASKER.find("мой номер " + row.get("value").asText()).isEmpty();
      boolean valid = row.get("valid").asBoolean();
      if (!row.get("kind").asText().equals("EMAIL") && valid != masked) {
        wrong.add(row.get("kind").asText());
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void documentsThatAreMalformedAreLeftAlone() throws IOException {
    Path file = DevelopmentData.fileOrSkip("pii/angryscan-ru-cases-dev.jsonl");
    List<String> masked = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      if (row.get("expected_count").asInt() == 0
          && !MASKER.find(row.get("text").asText()).isEmpty()) {
        masked.add(row.get("id").asText());
      }
    }
    assertThat(masked).isEmpty();
  }

  @Test
  void technicalChatHasNoPhoneNumbers() throws IOException {
    Path file = DevelopmentData.fileOrSkip("ubuntu-irc-dev.jsonl");
    List<String> phones = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode message = JSON.readTree(line);
      MASKER.find(message.get("text").asText()).stream()
          .filter(span -> span.kind() == PiiKind.PHONE)
          .forEach(span -> phones.add(message.get("message_id").asText()));
    }
    assertThat(phones).isEmpty();
  }

  private static boolean isCovered(JsonNode gold, PiiKind kind, List<PiiSpan> spans) {
    int start = gold.get("start_position").asInt();
    int end = gold.get("end_position").asInt();
    int covered =
        spans.stream()
            .filter(span -> span.kind() == kind)
            .mapToInt(span -> Math.min(end, span.end()) - Math.max(start, span.start()))
            .filter(length -> length > 0)
            .sum();
    return covered >= 0.9 * (end - start);
  }

  private static boolean touchesAny(JsonNode row, PiiSpan span) {
    for (JsonNode gold : row.get("spans")) {
      if (span.start() < gold.get("end_position").asInt()
          && span.end() > gold.get("start_position").asInt()) {
        return true;
      }
    }
    return false;
  }
}
