package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors on data that people wrote; skipped where the data is not at hand. */
class DevelopmentDataTest {

  private static final Set<String> POSITIVE =
      Set.of(
          "admiration",
          "amusement",
          "approval",
          "caring",
          "desire",
          "excitement",
          "gratitude",
          "joy",
          "love",
          "optimism",
          "pride",
          "relief");
  private static final Set<String> AMBIGUOUS =
      Set.of("confusion", "curiosity", "realization", "surprise");
  private static final List<String> KINDS = List.of("positive", "negative", "ambiguous", "neutral");

  @Test
  void englishFeelingsAreReadBetterThanTheFloor() throws IOException {
    List<String> labels =
        Files.readAllLines(DevelopmentData.file("sentiment-emotion/goemotions-labels.txt"));
    List<String[]> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(DevelopmentData.file("sentiment-emotion/goemotions-dev.tsv"))) {
      String[] cells = line.split("\t");
      rows.add(new String[] {group(labels, cells[1].split(",")), cells[0]});
    }
    assertThat(macroF1(rows)).isGreaterThan(0.55);
  }

  @Test
  void russianFeelingsAreReadBetterThanTheFloor() throws IOException {
    List<String> labels =
        Files.readAllLines(DevelopmentData.file("sentiment-emotion/goemotions-labels.txt"));
    List<String[]> rows = new ArrayList<>();
    for (String line :
        lines(DevelopmentData.file("sentiment-emotion/ru-go-emotions-validation.csv.gz"))) {
      int bracket = line.lastIndexOf('[');
      if (bracket > 0) {
        String ids = line.substring(bracket + 1, line.lastIndexOf(']')).strip();
        rows.add(new String[] {group(labels, ids.split("[\\s,]+")), firstCell(line)});
      }
    }
    assertThat(macroF1(rows)).isGreaterThan(0.5);
  }

  @Test
  void summariesOfLettersBeatLeadAndLongest() throws IOException {
    double[] sum = new double[3];
    int items = 0;
    for (String line :
        Files.readAllLines(DevelopmentData.file("summarisation/convosumm-email-val.jsonl"))) {
      JsonNode row = Json.read(line, JsonNode.class);
      List<Turn> turns = new ArrayList<>();
      for (String part : row.get("source").asText().split("(?<=[.!?])\\s+|\\s{4,}")) {
        if (part.split("[^A-Za-z0-9]+").length > 2
            && !part.matches("(?s)\\s*(Name|Email|To|Subject):.*")) {
          turns.add(new Turn("writer", part));
        }
      }
      add(sum, summary(turns), row.get("summary").asText());
      items++;
    }
    assertThat(sum[0] / items).isGreaterThan(24.5);
    assertThat(sum[2] / items).isGreaterThan(14.7);
  }

  @Test
  void summariesOfMeetingPartsBeatLeadAndLongest() throws IOException {
    double[] sum = new double[3];
    int items = 0;
    for (String line : lines(DevelopmentData.file("summarisation/qmsum-val.jsonl.gz"))) {
      JsonNode row = Json.read(line, JsonNode.class);
      for (JsonNode query : row.get("specific_query_list")) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode span : query.get("relevant_text_span")) {
          for (int i = span.get(0).asInt(); i <= span.get(1).asInt(); i++) {
            JsonNode turn = row.get("meeting_transcripts").get(i);
            turns.add(
                new Turn(
                    turn.get("speaker").asText(),
                    turn.get("content").asText().replaceAll("\\{\\w+}", "")));
          }
        }
        add(sum, summary(turns), query.get("answer").asText());
        items++;
      }
    }
    assertThat(sum[0] / items).isGreaterThan(27);
    assertThat(sum[2] / items).isGreaterThan(17);
  }

  @ParameterizedTest
  @CsvSource({
    "duraspace-continuous-dev.jsonl, 2011-03-02, en",
    "duraspace-continuous-dev.jsonl, 2011-03-28, en",
    "irc-channels-dev.jsonl, 2018-05-31, en",
    "near-duplicates/tg-ru-news-dev.jsonl, 2024-11-23, ru"
  })
  void realDaysGiveReadableDigests(String file, String day, String language) throws IOException {
    WindowContext window = window(DevelopmentData.file(file), day, language);
    Stages stages = Stages.of(window);
    Set<String> ids = new HashSet<>();
    window.messages().stream().map(Message::messageId).forEach(ids::add);
    assertThat(ids)
        .containsAll(stages.values("message_ids", "summary_message_ids", "decision_message_ids"));
    assertThat(stages.evaluation().weakest()).isGreaterThanOrEqualTo(0.7);
    Synthesis digest = stages.synthesis();
    assertThat(digest.headline()).isNotNull();
    assertThat(digest.keyPoints())
        .isNotEmpty()
        .extracting(Claim::text)
        .allMatch(text -> text.split("\\s+").length >= 4);
    assertThat(stages.topics().topics())
        .isNotEmpty()
        .extracting(Topic::title)
        .allMatch(title -> title.length() >= 3);
  }

  private static void add(double[] sum, String summary, String reference) {
    double[] scores = Rouge.score(summary, reference);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += scores[i];
    }
  }

  private static String summary(List<Turn> turns) {
    ConversationSummarizer summarizer = new ConversationSummarizer("en");
    return summarizer.summarize(turns, summarizer.fittingLength(turns)).text();
  }

  private static WindowContext window(Path file, String day, String language) throws IOException {
    Chat chat = Chat.in(language);
    for (String line : Files.readAllLines(file)) {
      JsonNode row = Json.read(line, JsonNode.class);
      if (row.get("posted_at").asText().startsWith(day)) {
        chat.add(
            row.get("message_id").asText(),
            Instant.parse(row.get("posted_at").asText()),
            row.get("sender_username").asText(),
            row.get("text").asText(),
            null,
            Map.of());
      }
    }
    return chat.window();
  }

  private static List<String> lines(Path gzip) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String firstCell(String line) {
    return line.startsWith("\"")
        ? line.substring(1, line.indexOf("\","))
        : line.substring(0, line.indexOf(','));
  }

  /** The one group that all labels but neutral are in; null when they are mixed. */
  private static String group(List<String> labels, String[] ids) {
    Set<String> groups = new HashSet<>();
    for (String id : ids) {
      String label = labels.get(Integer.parseInt(id.strip()));
      groups.add(
          label.equals("neutral")
              ? label
              : POSITIVE.contains(label)
                  ? "positive"
                  : AMBIGUOUS.contains(label) ? "ambiguous" : "negative");
    }
    if (groups.size() > 1) {
      groups.remove("neutral");
    }
    return groups.size() == 1 ? groups.iterator().next() : null;
  }

  private static double macroF1(List<String[]> rows) {
    EmotionScorer scorer = new EmotionScorer(EmotionLexicon.of(LanguagePack.COMPLETE));
    int[][] counts = new int[KINDS.size()][KINDS.size()];
    for (String[] row : rows) {
      if (row[0] != null) {
        counts[KINDS.indexOf(row[0])][KINDS.indexOf(scorer.score(row[1]).label())]++;
      }
    }
    double sum = 0;
    for (int kind = 0; kind < KINDS.size(); kind++) {
      int given = 0;
      int said = 0;
      for (int other = 0; other < KINDS.size(); other++) {
        given += counts[kind][other];
        said += counts[other][kind];
      }
      sum += 2.0 * counts[kind][kind] / Math.max(1, given + said);
    }
    return sum / KINDS.size();
  }
}
