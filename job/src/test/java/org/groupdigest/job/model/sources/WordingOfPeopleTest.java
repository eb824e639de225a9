package org.groupdigest.job.model.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WordingSupport.Need;
import org.groupdigest.job.testing.DevelopmentData;
import org.groupdigest.job.testing.WindowFixture;
import org.groupdigest.udfs.text.Tokens;
import org.junit.jupiter.api.Test;

/**
 * What people write about meetings and letters passes; the same sentences about other meetings and
 * letters do not. Each sentence cites the four utterances that match it best by TF-IDF; an invented
 * one cites one to three utterances drawn at random. Texts whose summary shares less than half of
 * its words with the whole source are left out: their source is cut off. Skipped where the data is
 * not at hand.
 */
class WordingOfPeopleTest {

  private static final long SEED = 7;
  private static final int CITED = 4;
  private static final Pattern NAME = Pattern.compile("Name:\\s*\"([^\"]*)\"");

  private final Random random = new Random(SEED);
  private final List<Talk> talks = new ArrayList<>();

  /** A conversation with what a person wrote about it. */
  private static final class Talk {
    final WindowFixture fixture = new WindowFixture();
    final List<Set<String>> words = new ArrayList<>();
    final Map<String, Integer> df = new HashMap<>();
    final List<String> sentences = new ArrayList<>();
    WindowMessages window;
    WordingSupport wording;
    List<Message> messages;

    void say(String speaker, String text) {
      fixture.message("m" + words.size(), speaker.isBlank() ? "somebody" : speaker, text);
      Set<String> own = WordingSupport.beginnings(text);
      own.forEach(word -> df.merge(word, 1, Integer::sum));
      words.add(own);
    }

    void close() {
      fixture.thread(
          "t", IntStream.range(0, words.size()).mapToObj(i -> "m" + i).toArray(String[]::new));
      WindowContext context = fixture.build();
      messages = context.messages();
      window = new WindowMessages(context);
      wording = new WordingSupport(window);
    }

    /** Share of the summary's content words that stand anywhere in the source. */
    double known() {
      Set<String> all = new HashSet<>();
      sentences.forEach(one -> all.addAll(WordingSupport.beginnings(one)));
      long found = all.stream().filter(df::containsKey).count();
      return all.isEmpty() ? 1 : (double) found / all.size();
    }

    List<Message> best(String sentence) {
      Set<String> wanted = WordingSupport.beginnings(sentence);
      return IntStream.range(0, words.size())
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -match(wanted, words.get(i))))
          .limit(CITED)
          .map(messages::get)
          .toList();
    }

    private double match(Set<String> wanted, Set<String> own) {
      double sum = 0;
      for (String word : own) {
        if (wanted.contains(word)) {
          double idf = Math.log(1 + (double) words.size() / df.get(word));
          sum += idf * idf;
        }
      }
      return sum / Math.sqrt(own.size() + 1);
    }
  }

  @Test
  void fewSentencesOfPeopleAreRefusedAndMostInventedOnesAre() throws IOException {
    meetings();
    letters();
    talks.removeIf(talk -> talk.known() < 0.5);
    int[] human = new int[4];
    int[] invented = new int[3];
    for (Talk talk : talks) {
      for (String sentence : talk.sentences) {
        List<Message> cited = talk.best(sentence);
        human[0]++;
        human[1] += talk.wording.carries(sentence, cited, Need.STATEMENT) ? 0 : 1;
        human[2] += talk.wording.carries(sentence, cited, Need.DECISION) ? 0 : 1;
        human[3] += talk.wording.isReversed(sentence, cited) ? 1 : 0;
        Talk other = other(talk);
        List<Message> drawn = drawn(other);
        invented[0]++;
        invented[1] += other.wording.carries(sentence, drawn, Need.STATEMENT) ? 0 : 1;
        invented[2] += other.wording.carries(sentence, drawn, Need.DECISION) ? 0 : 1;
      }
    }
    System.out.printf(
        "Wording, seed %d: %d texts; of people refused: statements %d, decisions %d, as reversed"
            + " %d of %d; invented refused: statements %d, decisions %d of %d%n",
        SEED,
        talks.size(),
        human[1],
        human[2],
        human[3],
        human[0],
        invented[1],
        invented[2],
        invented[0]);
    assertThat(human[0]).isGreaterThan(1000);
    assertThat((double) human[1] / human[0]).isLessThanOrEqualTo(0.02);
    assertThat((double) human[2] / human[0]).isLessThanOrEqualTo(0.05);
    assertThat((double) human[3] / human[0]).isLessThanOrEqualTo(0.005);
    assertThat((double) invented[2] / invented[0]).isGreaterThanOrEqualTo(0.95);
  }

  private Talk other(Talk talk) {
    Talk other = talk;
    while (other == talk) {
      other = talks.get(random.nextInt(talks.size()));
    }
    return other;
  }

  private List<Message> drawn(Talk talk) {
    List<Message> drawn = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      drawn.add(talk.messages.get(random.nextInt(talk.messages.size())));
    }
    return drawn;
  }

  private void meetings() throws IOException {
    for (String line : lines("data/summarisation/qmsum-val.jsonl.gz")) {
      JsonNode row = Json.read(line, JsonNode.class);
      Talk talk = new Talk();
      for (JsonNode turn : row.get("meeting_transcripts")) {
        talk.say(
            turn.get("speaker").asText(), turn.get("content").asText().replaceAll("\\{\\w+}", ""));
      }
      for (JsonNode query : row.get("specific_query_list")) {
        sentences(talk, query.get("answer").asText());
      }
      add(talk);
    }
  }

  private void letters() throws IOException {
    for (String line : lines("data/summarisation/convosumm-email-val.jsonl")) {
      JsonNode row = Json.read(line, JsonNode.class);
      Talk talk = new Talk();
      for (String letter : row.get("source").asText().split("</s>")) {
        Matcher name = NAME.matcher(letter);
        String writer = name.find() ? name.group(1) : "";
        String body = letter.replaceFirst("(?s)^\\s*Name:.*?Subject:\\s*\"[^\"]*\"", "");
        for (String part : body.split("(?<=[.!?])\\s+|\\s{4,}")) {
          if (Tokens.of(part).size() > 2) {
            talk.say(writer, part);
          }
        }
      }
      sentences(talk, row.get("summary").asText());
      add(talk);
    }
  }

  private void add(Talk talk) {
    if (talk.words.size() > 5 && !talk.sentences.isEmpty()) {
      talk.close();
      talks.add(talk);
    }
  }

  private static void sentences(Talk talk, String text) {
    for (String sentence : text.split("(?<=[.!?])\\s+")) {
      if (Tokens.of(sentence).size() > 3) {
        talk.sentences.add(sentence);
      }
    }
  }

  private static List<String> lines(String name) throws IOException {
    Optional<Path> file = DevelopmentData.find(name);
    assumeTrue(file.isPresent(), "development data is not here");
    try (InputStream raw = Files.newInputStream(file.orElseThrow());
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
