package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.groupdigest.job.testing.DevelopmentData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The odd files of the development data give what a user must get; skipped without them. */
class OddInputsITCase {

  private static final Map<String, RunFiles> RUNS = new HashMap<>();

  private static final Pattern NAMED =
      Pattern.compile("(?<!\\p{L})(anna|boris|carla|dmitri|анна|борис|карла|карина|дмитрий): ");

  @TempDir static Path folder;

  private Path inputs;

  @BeforeEach
  void findInputs() {
    Optional<Path> found = DevelopmentData.find("data/odd-inputs");
    assumeTrue(found.isPresent(), "development data is not there: set DIGEST_SHARED to its folder");
    inputs = found.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "account_x.json, 30",
    "esc_from.json, 10",
    "raw_ctrl.json, 10",
    "bad_utf8.json, 10",
  })
  void damagedExportGivesEveryMessageAndCountsRepairs(String file, int messages) {
    JsonNode total = run(file).ledger().path("total");

    assertThat(total.path("windowed").asInt()).isEqualTo(messages);
    assertThat(total.path("invalid").asInt()).isZero();
    assertThat(total.path("repaired").asInt()).isPositive();
  }

  @Test
  void cutOffExportIsDigestedAndSaidToBeIncompleteInTheLastLine() throws IOException {
    Path out = folder.resolve("trunc");
    Digest run =
        Digest.run(
            "run", "--out", out.toString(), "--input", inputs.resolve("trunc.json").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().get(run.err().size() - 1)).contains("trunc.json", "incomplete", "2,988");
    RunFiles files = new RunFiles(out);
    assertThat(files.ledger().path("total").path("windowed").asInt()).isEqualTo(7);
    assertThat(files.text("digests.jsonl")).contains("input_incomplete");
  }

  @Test
  void accountIsReadWithTheChatsThatWereLeft() {
    RunFiles run = run("account.json");

    assertThat(run.ledger().path("total").path("windowed").asInt()).isEqualTo(30);
    assertThat(run.ledger().path("groups")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"final.json", "names.json", "misc.json", "account.json", "cjk.jsonl"})
  void oddNamesAndScriptsNeverBlockADigest(String file) {
    for (JsonNode digest : run(file).digests()) {
      assertThat(digest.path("status").asText()).as("%s", digest).isEqualTo("ready");
    }
  }

  @Test
  void longNameIsShortenedWhereItIsShown() {
    for (JsonNode digest : run("final.json").digests()) {
      assertThat(shown(digest)).doesNotContain("Maximiliana".repeat(5));
    }
  }

  @Test
  void displayNameNeverBecomesAMention() {
    for (JsonNode digest : run("names.json").digests()) {
      assertThat(digest.path("text").asText()).doesNotContain("@");
      assertThat(html(digest)).doesNotContain("@");
    }
  }

  @Test
  void spoilerAndPhoneInATitleStayHidden() {
    RunFiles run = run("misc.json");

    for (String name : List.of("digests.jsonl", "html/index.html")) {
      assertThat(run.text(name))
          .doesNotContain("butler", "kills the cook", "nine nine one two")
          .doesNotContain("555 01 49", "555-01", "555 01 48");
    }
    assertThat(run.text("digests.jsonl")).doesNotContainIgnoringCase("door code");
  }

  @Test
  void peopleOfOneNameAreToldApartAndCiteTheirOwnMessages() {
    JsonNode digest = digest("eleven.jsonl", "same1");
    Map<String, Set<String>> messages =
        Map.of("u1", Set.of("1", "3", "7"), "u2", Set.of("2", "4", "8"), "u3", Set.of("5", "6"));

    Set<String> names = new HashSet<>();
    for (JsonNode participant : digest.path("participants")) {
      assertThat(names.add(participant.path("username").asText())).isTrue();
      Set<String> cited = ids(participant);
      assertThat(messages.values()).anyMatch(own -> own.containsAll(cited));
    }
    assertThat(names).hasSize(3);
  }

  @Test
  void renamedPersonIsOneUnderTheNewestName() {
    JsonNode digest = digest("misc.json", "7304");

    List<String> names = names(digest);
    assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.startsWith("Anna Bell"));
    assertThat(names).anyMatch(name -> name.startsWith("Anna on holiday"));
  }

  @Test
  void phoneNumbersInIdsAreShownNowhere() throws IOException {
    run("misc.jsonl");

    try (Stream<Path> files = Files.walk(folder.resolve("misc.jsonl.out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.getFileName().toString()).doesNotContain("7916555");
        assertThat(Files.readString(file)).as("%s", file).doesNotContain("7916555");
      }
    }
  }

  @Test
  void botDoesNotLead() {
    JsonNode digest = digest("misc.jsonl", "bots");

    assertThat(digest.path("headline").path("text").asText()).doesNotContain("coins");
    assertThat(digest.path("text").asText().lines().limit(3))
        .noneMatch(one -> one.contains("coin"));
    assertThat(digest.path("participants").path(0).path("username").asText())
        .doesNotContain("spam_bot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dec0", "dec1", "dec2", "dec3", "dec4", "dec5", "dec6", "dec7", "dec8", "dec9"})
  void decisionIsFoundHoweverItIsAnnounced(String group) {
    List<JsonNode> decisions = list(digest("six.jsonl", group).path("decisions"));

    assertThat(decisions).anyMatch(one -> ids(one).contains("5"));
  }

  @ParameterizedTest
  @CsvSource({
    "eleven.jsonl, q2, 2",
    "eleven.jsonl, q5, 5",
    "eleven.jsonl, q3ru, 3",
    "six.jsonl, q3, 3"
  })
  void unansweredQuestionsOfAQuietDayAreCounted(String file, String group, int questions) {
    assertThat(digest(file, group).path("open_questions")).hasSize(questions);
  }

  @ParameterizedTest
  @CsvSource({
    "six.jsonl, mis1, dmitri, The treasurer lost the money",
    "six.jsonl, mis2, dmitri, The board of the club took bribes",
    "six.jsonl, mis2, carla, I resign from the board",
    "six.jsonl, mis3, дмитрий, Правление клуба брало взятки",
    "six.jsonl, mis3, карина, Я ухожу из правления",
    "six.jsonl, mis4, carla, I deleted the production database",
    "eleven.jsonl, m1, dmitri, Somebody stole the payroll database",
    "eleven.jsonl, m1, carla, I deleted the payroll database",
    "eleven.jsonl, m2, dmitri, The payroll database leaked because Boris",
    "eleven.jsonl, m3, carla, My laptop with the payroll database",
    "eleven.jsonl, m4ru, карла, Я удалила базу зарплат",
    "eleven.jsonl, m5r, dmitri, Somebody stole the payroll database",
  })
  void sentenceFollowsTheNameOfItsAuthorWhereverItIsShown(
      String file, String group, String author, String sentence) {
    String text = digest(file, group).path("text").asText();

    for (int at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1)) {
      String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
      String speaker = "nobody";
      for (Matcher named = NAMED.matcher(before); named.find(); ) {
        speaker = named.group(1);
      }
      assertThat(speaker).as(text).isEqualTo(author);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gslack", "discord", "matrix", "uuidv7"})
  void longIdHasAShortNumberThatLeadsToTheMessage(String group) {
    JsonNode digest = digest("six.jsonl", group);

    Set<String> numbers = new HashSet<>();
    for (JsonNode source : digest.path("sources")) {
      String number = source.path("number").asText();
      assertThat(numbers.add(number)).isTrue();
      assertThat(number).hasSizeLessThanOrEqualTo(4);
      assertThat(source.path("author").asText()).isIn("anna", "boris", "carla", "dmitri");
      assertThat(source.path("posted_at").asText()).startsWith("2026-01-01T");
    }
    Set<String> cited = new HashSet<>(ids(digest.path("headline")));
    for (String name : List.of("key_points", "decisions", "open_questions", "actions")) {
      digest.path(name).forEach(claim -> cited.addAll(ids(claim)));
    }
    Set<String> resolved = new HashSet<>();
    digest.path("sources").forEach(source -> resolved.add(source.path("message_id").asText()));
    assertThat(cited).isNotEmpty();
    assertThat(resolved).containsAll(cited);
    assertThat(digest.path("text").asText()).doesNotContainPattern("[0-9]{10}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1001234567890"})
  void telegramGroupIdGivesLinksWithoutASource(String group) {
    assertThat(html(digest("six.jsonl", group))).contains("https://t.me/c/1234567890/5");
  }

  @Test
  void chatsInScriptsWithoutBlanksAreDigested() {
    for (JsonNode digest : run("cjk.jsonl").digests()) {
      assertThat(digest.path("text").asText()).doesNotContain("Nothing important");
      assertThat(digest.path("key_points").size() + digest.path("topics").size()).isPositive();
    }
  }

  @Test
  void numberWithACueIsMaskedWholeOrNotAtAll() throws IOException {
    Path phones = inputs.resolve("phones.txt");
    List<String> masked = masked(phones);
    List<String> lines = Files.readAllLines(phones);

    assertThat(masked).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      boolean cued =
          lines.get(i).matches("(?iu)(call me on|мой телефон|mon numéro).*|.* is my number");
      assertThat(masked.get(i).contains("[phone:") || !cued).as(lines.get(i)).isTrue();
      boolean masks = !masked.get(i).equals(lines.get(i));
      String rest = masked.get(i).replaceAll("\\[\\w+:[0-9a-f]+]", "");
      assertThat(masks && rest.matches(".*\\d.*")).as(masked.get(i)).isFalse();
    }
  }

  @Test
  void secretsAreMasked() throws IOException {
    assertThat(String.join("\n", masked(inputs.resolve("secrets.txt"))))
        .isNotEmpty()
        .doesNotContain("XXXXXXXX", "s3cr3tPw9x");
  }

  private static List<String> masked(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    MaskCommand mask =
        new MaskCommand(
            in, lines, new PrintStream(OutputStream.nullOutputStream()), "a key of the tests only");
    assertThat(new CommandLine(mask).execute()).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private RunFiles run(String file) {
    return RUNS.computeIfAbsent(
        file, name -> RunFiles.of(folder.resolve(name + ".out"), List.of(inputs.resolve(name))));
  }

  private JsonNode digest(String file, String group) {
    return run(file).digests().stream()
        .filter(digest -> digest.path("group_id").asText().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static String shown(JsonNode digest) {
    return digest.path("text").asText() + digest.path("markdown").asText() + html(digest);
  }

  private static String html(JsonNode digest) {
    return digest.path("html").isArray()
        ? String.join("\n", list(digest.path("html")).stream().map(JsonNode::asText).toList())
        : digest.path("html").asText();
  }

  private static List<String> names(JsonNode digest) {
    return list(digest.path("participants")).stream()
        .map(one -> one.path("username").asText())
        .toList();
  }

  private static Set<String> ids(JsonNode claim) {
    Set<String> ids = new HashSet<>();
    claim.path("message_ids").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
