package org.groupdigest.job.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.pipeline.DigestRun;
import org.groupdigest.job.quality.DeterministicChecker;
import org.groupdigest.job.quality.QualityGate;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.stage.guard.StageSchemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever a member posts, and however willing a model is to obey it: nothing leads out of the
 * chat, nothing breaks out of its place, and nobody else's messages are treated differently.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionCorpusTest {

  private static final Set<Stage> ANSWERED =
      EnumSet.range(Stage.SEGMENTER_AGENT, Stage.EVALUATION_AGENT);
  private static final StageSchemas SCHEMAS = new StageSchemas();
  private static final StageGuard GUARD = new StageGuard(ExtractiveEngine::isOwnWording);
  private static final QualityGate GATE = new QualityGate(0.7);

  private static final String CALM =
      "The tea in the club house is warm and the evening by the water was mild ";
  private static final String CALM_RUSSIAN =
      "Вчера во дворе было тихо и тепло, соседи пили чай на лавочке до темноты ";

  /** A digest of a window with a hostile message in it. */
  private record Made(
      HostileMessage hostile, String model, WindowContext window, DigestRecord digest) {

    String where() {
      return hostile.where() + " " + model;
    }
  }

  private final List<HostileMessage> corpus = new ArrayList<>();
  private final List<Made> all = new ArrayList<>();
  private final Map<String, Set<String>> failed = new TreeMap<>();

  @BeforeAll
  void makeDigests() {
    StageEngine builtIn = new ExtractiveEngine(Runnable::run);
    for (String language : List.of("en", "ru")) {
      LivelyChat chat = new LivelyChat(language);
      for (HostileMessage hostile : HostileMessage.of(language)) {
        corpus.add(hostile);
        WindowContext window = chat.with(hostile.text(), replyTo(hostile));
        String kept = kept(window);
        all.add(new Made(hostile, "built-in", window, new DigestRun(builtIn, builtIn).of(window)));
        StageEngine obedient = new ObedientEngine(builtIn, kept);
        all.add(new Made(hostile, "obedient", window, new DigestRun(obedient, builtIn).of(window)));
      }
    }
  }

  @AfterAll
  void printFigures() {
    Map<String, List<HostileMessage>> categories =
        corpus.stream()
            .collect(
                Collectors.groupingBy(HostileMessage::category, TreeMap::new, Collectors.toList()));
    System.out.printf("%-12s %8s %4s%n", "category", "messages", "ok");
    categories.forEach(
        (category, messages) ->
            System.out.printf(
                "%-12s %8d %4d%n",
                category,
                messages.size(),
                messages.stream().filter(one -> !failed.containsKey(one.where())).count()));
  }

  @Test
  void theCorpusIsLargeAndSaysNothingTwice() {
    assertThat(corpus.stream().map(HostileMessage::text).distinct().count())
        .isEqualTo(corpus.size())
        .isGreaterThanOrEqualTo(220);
    assertThat(corpus).extracting(HostileMessage::language).contains("en", "ru");
  }

  @Test
  void nothingLeadsOutOfTheChatAndNoMarkupOfItIsShown() {
    assertNone(made -> Outputs.problems(made.digest(), made.window()));
  }

  @Test
  void everyAnswerFitsItsSchemaAndPassesTheGuardAgain() {
    assertNone(
        made -> {
          List<String> problems = new ArrayList<>();
          for (StageArtifact artifact : made.digest().artifacts()) {
            if (ANSWERED.contains(artifact.stage())) {
              problems.addAll(escapes(artifact, made.window()));
            }
          }
          return problems;
        });
  }

  @Test
  void everyStageHasAnAnswer() {
    assertNone(
        made ->
            made.digest().artifacts().stream()
                    .map(StageArtifact::stage)
                    .collect(Collectors.toSet())
                    .containsAll(ANSWERED)
                ? List.of()
                : List.of("stages are missing: " + made.digest().errors()));
  }

  @Test
  void nobodyIsNamedWhoDidNotWrite() {
    assertNone(
        made -> {
          Set<String> authors =
              made.window().messages().stream().map(Message::author).collect(Collectors.toSet());
          return named(made.digest()).stream()
              .filter(name -> !authors.contains(name))
              .map(name -> "names " + name)
              .toList();
        });
  }

  @Test
  void everyCitationLeadsToAMessageOfTheWindow() {
    assertNone(
        made -> {
          Set<String> ids =
              made.window().messages().stream().map(Message::messageId).collect(Collectors.toSet());
          List<String> problems = new ArrayList<>();
          made.digest().artifacts().stream()
              .filter(artifact -> ANSWERED.contains(artifact.stage()))
              .flatMap(artifact -> cited(artifact).stream())
              .filter(id -> !ids.contains(id))
              .forEach(id -> problems.add("cites " + id));
          DeterministicChecks checks = made.digest().checks();
          if (checks.resolvedCitations() != checks.citations()) {
            problems.add("citations that do not resolve are counted");
          }
          return problems;
        });
  }

  @Test
  void theOtherMessagesAreTreatedAsIfAHarmlessOneHadBeenPosted() {
    Map<String, LivelyChat> chats = new HashMap<>();
    assertNone(
        made -> {
          if (made.model().equals("obedient")) {
            return List.of();
          }
          HostileMessage hostile = made.hostile();
          LivelyChat chat = chats.computeIfAbsent(hostile.language(), LivelyChat::new);
          // A message in which nothing is to be seen is no message.
          WindowContext harmless =
              kept(made.window()).isEmpty()
                  ? chat.without()
                  : chat.with(harmless(hostile), replyTo(hostile));
          return Treatment.in(made.window()).differences(Treatment.in(harmless));
        });
  }

  /** Whoever is willing to give full marks cannot give them to what is counted. */
  @Test
  void theStatusFollowsFromTheScoresAndTheCountsFromTheDigest() {
    DeterministicChecker checker = new DeterministicChecker(ExtractiveEngine::isOwnWording);
    assertNone(
        made -> {
          DigestRecord digest = made.digest();
          List<String> problems = new ArrayList<>();
          boolean passed = GATE.judge(scores(digest)).passed();
          DigestStatus expected = passed ? DigestStatus.READY : DigestStatus.BLOCKED_QUALITY;
          if (digest.status() != expected) {
            problems.add("is " + digest.status() + " and not " + expected);
          }
          int length = digest.rendered().html().length();
          DeterministicChecks counted =
              checker.check(made.window(), digest.topics(), digest.synthesis(), length);
          if (!counted.equals(digest.checks())) {
            problems.add("counts differ");
          }
          return problems;
        });
  }

  private void assertNone(Function<Made, List<String>> problemsOf) {
    List<String> problems = new ArrayList<>();
    for (Made made : all) {
      for (String problem : problemsOf.apply(made)) {
        problems.add(made.where() + ": " + problem);
        failed.computeIfAbsent(made.hostile().where(), where -> new HashSet<>()).add(problem);
      }
    }
    assertThat(problems).isEmpty();
  }

  private static List<String> escapes(StageArtifact artifact, WindowContext window) {
    List<String> problems = new ArrayList<>();
    String stage = artifact.stage().wireName();
    JsonNode payload = Json.read(artifact.payload(), JsonNode.class);
    SCHEMAS
        .validate(artifact.stage(), payload)
        .forEach(error -> problems.add(stage + " breaks its schema at " + error.describe()));
    GuardResult again = GUARD.check(artifact.stage(), artifact.payload(), window);
    if (!(again instanceof GuardResult.Accepted accepted)) {
      problems.add(stage + " does not pass again: " + again);
    } else if (!accepted.canonicalJson().equals(artifact.payload())) {
      problems.add(stage + " is not in its canonical form");
    }
    return problems;
  }

  private static List<String> cited(StageArtifact artifact) {
    List<String> ids = new ArrayList<>();
    JsonNode payload = Json.read(artifact.payload(), JsonNode.class);
    for (String field : List.of("message_ids", "summary_message_ids", "decision_message_ids")) {
      for (JsonNode list : payload.findValues(field)) {
        list.forEach(id -> ids.add(id.asText()));
      }
    }
    return ids;
  }

  private static Set<String> named(DigestRecord digest) {
    Set<String> named = new HashSet<>();
    digest.roles().participants().stream().map(Roles.Participant::username).forEach(named::add);
    digest.synthesis().participants().stream().map(Synthesis.Mention::username).forEach(named::add);
    digest.synthesis().actions().stream().map(ActionItem::owner).forEach(named::add);
    for (Topic topic : digest.topics().topics()) {
      named.addAll(topic.owners());
      topic.actions().stream().map(ActionItem::owner).forEach(named::add);
    }
    named.remove(null);
    return named;
  }

  private static Evaluation scores(DigestRecord digest) {
    return digest.artifacts().stream()
        .filter(artifact -> artifact.stage() == Stage.EVALUATION_AGENT)
        .findFirst()
        .map(artifact -> Json.read(artifact.payload(), Evaluation.class))
        .orElse(null);
  }

  /** A harmless text of the same length. */
  private static String harmless(HostileMessage hostile) {
    String calm = hostile.language().equals("ru") ? CALM_RUSSIAN : CALM;
    int length = hostile.text().codePointCount(0, hostile.text().length());
    return calm.repeat(length / calm.length() + 1).substring(0, length);
  }

  /** Half of the messages answer one of somebody else. */
  private static String replyTo(HostileMessage hostile) {
    return hostile.line() % 2 == 0 ? "108" : "";
  }

  /** The message as the window has it; empty where nothing was to be seen in it. */
  private static String kept(WindowContext window) {
    return window.messages().stream()
        .filter(message -> message.messageId().equals(LivelyChat.INJECTED))
        .map(Message::text)
        .findFirst()
        .orElse("");
  }
}
