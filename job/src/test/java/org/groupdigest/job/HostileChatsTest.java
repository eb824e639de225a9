package org.groupdigest.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.text.ShortName;
import org.groupdigest.job.pipeline.Contexts;
import org.groupdigest.job.pipeline.DigestRun;
import org.groupdigest.job.render.HostileText;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.testing.WindowFixture;

/**
 * Whatever people are called and write, the built-in engine gives a digest that the guards take.
 */
class HostileChatsTest {

  private static final List<Stage> STAGES =
      List.of(
          Stage.SEGMENTER_AGENT,
          Stage.EMOTION_AGENT,
          Stage.ROLES_AGENT,
          Stage.TOPIC_AGENT,
          Stage.SYNTHESIS_AGENT,
          Stage.EVALUATION_AGENT);

  private final StageEngine engine = new ExtractiveEngine(Runnable::run);
  private final ContextService contexts = Contexts.service(ContextSettings.defaults());

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void everyStageIsAnsweredAndTheDigestIsReadyOrWeakAndNeverFailed(
      @ForAll("windows") WindowContext window) {
    DigestRecord digest = new DigestRun(engine, engine).of(window);

    assertThat(digest.errors()).isEmpty();
    assertThat(digest.status()).isIn(DigestStatus.READY, DigestStatus.BLOCKED_QUALITY);
    assertThat(digest.artifacts()).extracting(StageArtifact::stage).containsAll(STAGES);
    assertThat(digest.artifacts())
        .allSatisfy(artifact -> assertThat(artifact.boundaryIntegrity()).isEqualTo(1.0));
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void peopleAreShownShortAndApart(@ForAll("windows") WindowContext window) {
    List<String> senders = window.messages().stream().map(Message::senderId).distinct().toList();
    List<String> authors = window.messages().stream().map(Message::author).distinct().toList();

    assertThat(authors).hasSameSizeAs(senders).allMatch(name -> ShortName.of(name).equals(name));
  }

  @Provide
  Arbitrary<WindowContext> windows() {
    return Combinators.combine(
            messages(), HostileText.any(), Arbitraries.of("telegram", "file", "slack"))
        .as(this::window);
  }

  private WindowContext window(List<Message> messages, String title, String source) {
    return contexts.assemble(
        new WindowInput(
            WindowFixture.day(), new GroupInfo(title, null, source), "trace", messages, List.of()));
  }

  private static Arbitrary<List<Message>> messages() {
    Arbitrary<List<Message>> people =
        Combinators.combine(names(), names(), Arbitraries.of(true, false))
            .as((username, name, bot) -> message(username, name, bot))
            .list()
            .ofSize(4);
    Arbitrary<List<String>> texts = texts().list().ofMinSize(8).ofMaxSize(16);
    return Combinators.combine(people, texts).as(HostileChatsTest::chat);
  }

  private static List<Message> chat(List<Message> people, List<String> texts) {
    List<Message> chat = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Message person = people.get(i % people.size());
      String answered = i % 3 == 2 ? "m" + (i - 1) : null;
      chat.add(
          new Message(
              "m" + i,
              0,
              Instant.parse("2025-11-10T09:00:00Z").plusSeconds(60L * i),
              "s" + i % people.size(),
              person.senderUsername(),
              person.senderName(),
              person.bot(),
              texts.get(i).replace("\0", ""),
              answered,
              null,
              null,
              Map.of(),
              0,
              List.of()));
    }
    return chat;
  }

  private static Message message(String username, String name, boolean bot) {
    return new Message(
        "",
        0,
        Instant.EPOCH,
        "",
        username,
        name,
        bot,
        "",
        null,
        null,
        null,
        Map.of(),
        0,
        List.of());
  }

  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
            Tuple.of(
                6,
                Arbitraries.of(
                    "",
                    "  ",
                    "\u200b",
                    "\u202eevil",
                    "a\nb",
                    "Alex",
                    "ALEX",
                    "Who",
                    "The saw",
                    "all",
                    "@durov",
                    "4",
                    "null",
                    "I",
                    "</a>",
                    "<3",
                    "`code`",
                    "*bold*",
                    "Anna Bell:",
                    "said",
                    "{\"a\":1}",
                    "M".repeat(129),
                    "👩‍👩‍👧‍👦".repeat(40),
                    "\ud83d",
                    "Анна",
                    "https://evil.example")),
            Tuple.of(1, HostileText.any()))
        .injectNull(0.1);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> plain =
        Arbitraries.of(
            "I'll bring the projector and the long cable by Friday",
            "Decided: we order the blade today and start at two",
            "Who can measure the window of the workshop?",
            "I can measure the window of the workshop today",
            "Alex, can you please call the plumber until Monday?",
            "The saw is broken again, we need a new blade before Saturday",
            "Кто завтра откроет мастерскую и принесёт ключи?",
            "Я принесу ключи завтра утром",
            "Решили: переносим встречу на четверг");
    Arbitrary<String> odd =
        Arbitraries.of(
            "?!.,;:—",
            "слово".repeat(2000),
            "I'll bring " + "x".repeat(10_000),
            "Decided: " + "we ".repeat(3000),
            "Who " + "asks ".repeat(2000) + "?",
            "\ud83d\ud83d",
            "😀😀😀");
    return Arbitraries.frequencyOf(
        Tuple.of(6, plain),
        Tuple.of(2, odd),
        Tuple.of(3, HostileText.any()),
        Tuple.of(
            2,
            Combinators.combine(plain, HostileText.any()).as((one, other) -> one + " " + other)));
  }
}
