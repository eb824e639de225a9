package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.ClaimFacts;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.sim.Prompts;
import org.groupdigest.job.sim.SampleWindows;
import org.groupdigest.job.sim.answer.SimulatedModel;
import org.groupdigest.job.sim.prompt.PromptReader;
import org.groupdigest.job.sim.prompt.SimPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lies about windows of the sample chat are told, and are lies in the true window. */
class LiarTest {

  private static final int TRIES = 40;
  private static final Stage[] MAP = {
    Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT
  };
  private static final Stage[] WRITE = {Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT};
  private static final SimulatedModel MODEL = new SimulatedModel();

  private final Liar liar = new Liar();

  /** A lie that was told, with the answers before and after, and the true window. */
  private record Told(Lie lie, ObjectNode before, ObjectNode after, WindowContext window) {

    JsonNode value() {
      return after.at(lie.at());
    }

    /** The object that the lie stands in. */
    JsonNode holder() {
      return after.at(lie.at().substring(0, lie.at().lastIndexOf('/')));
    }

    List<Message> cited() {
      List<String> ids = new ArrayList<>();
      JsonNode own = holder().path("summary_message_ids");
      boolean summary = lie.at().endsWith("/summary") && !own.isEmpty();
      (summary ? own : holder().path("message_ids")).forEach(id -> ids.add(id.asText()));
      return new WindowMessages(window).findAll(ids);
    }

    String said() {
      StringBuilder said = new StringBuilder();
      cited().forEach(message -> said.append(message.readableText()).append('\n'));
      return said.toString();
    }
  }

  @ParameterizedTest
  @EnumSource(LieKind.class)
  void everyKindFindsAPlaceAndChangesTheAnswer(LieKind kind) throws Exception {
    List<Told> all = tell(kind);
    assertThat(all).hasSize(4 * TRIES);
    assertThat(all).allMatch(told -> told.lie().kind() == kind);
    assertThat(all).allMatch(told -> !told.before().equals(told.after()));
    assertThat(all).allMatch(told -> told.after().toString().contains(told.lie().put()));
    Set<String> places = new TreeSet<>();
    all.forEach(told -> places.add(told.lie().at().replaceAll("\\d+", "n")));
    assertThat(places).as("places").hasSizeGreaterThan(1);
  }

  @Test
  void aWrongAuthorWroteNoneOfTheSources() throws Exception {
    for (Told told : tell(LieKind.WRONG_AUTHOR)) {
      assertThat(told.cited()).isNotEmpty();
      assertThat(told.cited()).noneMatch(message -> message.author().equals(told.lie().put()));
      assertThat(new WindowMessages(told.window()).participant(told.lie().put())).isPresent();
    }
  }

  @Test
  void aForeignIdIsNotInTheWindow() throws Exception {
    for (Told told : tell(LieKind.FOREIGN_ID)) {
      assertThat(new WindowMessages(told.window()).find(told.lie().put())).isEmpty();
    }
  }

  @Test
  void aChangedNumberDoesNotStandInTheSources() throws Exception {
    for (Told told : tell(LieKind.CHANGED_NUMBER)) {
      assertThat(told.value().asText()).contains(told.lie().put());
      assertThat(new ClaimFacts(new WindowMessages(told.window())))
          .as(told.lie().toString())
          .matches(facts -> !facts.stand(told.value().asText(), told.cited()));
    }
  }

  @Test
  void aChangedDayIsNotInTheSources() throws Exception {
    for (Told told : tell(LieKind.CHANGED_DATE)) {
      assertThat(told.value().asText()).contains(told.lie().put());
      assertThat(told.said()).doesNotContainIgnoringCase(told.lie().put());
    }
  }

  @Test
  void anInventedParticipantIsNobody() throws Exception {
    for (Told told : tell(LieKind.INVENTED_PARTICIPANT)) {
      assertThat(new WindowMessages(told.window()).participant(told.lie().put())).isEmpty();
    }
  }

  @Test
  void anInventedDecisionCitesWhatDoesNotSaySo() throws Exception {
    for (Told told : tell(LieKind.INVENTED_DECISION)) {
      assertThat(told.after().toString()).contains(told.lie().put());
      assertThat(told.window().messages())
          .noneMatch(message -> message.text().contains(told.lie().put()));
    }
  }

  @Test
  void theSameDiceTellTheSameLie() throws Exception {
    assertThat(tell(LieKind.WRONG_AUTHOR)).isEqualTo(tell(LieKind.WRONG_AUTHOR));
  }

  @Test
  void anotherKindIsToldWhereOneHasNoRoom() throws Exception {
    SimPrompt prompt = prompt("## messages\n# -\n1|ann|10:00||We decided to freeze the release.");
    List<LieKind> kinds = List.of(LieKind.WRONG_AUTHOR, LieKind.FOREIGN_ID);
    for (int i = 0; i < 10; i++) {
      ObjectNode answer = MODEL.answer(prompt);
      Optional<Lie> lie = liar.lie(answer, prompt, kinds, new Dice(i, "call", 1));
      assertThat(lie).map(Lie::kind).contains(LieKind.FOREIGN_ID);
    }
  }

  @Test
  void whereNothingIsSaidNothingIsALie() {
    ObjectNode tone = Json.mapper().createObjectNode().put("tone", "neutral");
    ObjectNode before = tone.deepCopy();
    assertThat(liar.lie(tone, empty(), List.of(LieKind.values()), new Dice(1, "call", 1)))
        .isEmpty();
    assertThat(tone).isEqualTo(before);
  }

  private static SimPrompt empty() {
    try {
      return prompt("## messages");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static SimPrompt prompt(String data) throws Exception {
    Stage[] stages = {Stage.SEGMENTER_AGENT};
    return PromptReader.read(List.of(Prompts.prompt(stages, "en", data, "")));
  }

  /** Many lies of a kind about two windows and two calls each. */
  private List<Told> tell(LieKind kind) throws Exception {
    List<Told> all = new ArrayList<>();
    for (String language : List.of("ru", "en")) {
      WindowContext window =
          language.equals("ru") ? SampleWindows.russian(60) : SampleWindows.english(60);
      SimPrompt map = read(Prompts.ofMessages(window, language, MAP));
      Segments found =
          Json.read(MODEL.answer(map).get("segmenter_agent").toString(), Segments.class);
      SimPrompt write = read(Prompts.ofUnits(window, found, language, WRITE));
      for (int i = 0; i < TRIES; i++) {
        all.add(tell(map, kind, i, window));
        all.add(tell(write, kind, i, window));
      }
    }
    return all;
  }

  private Told tell(SimPrompt prompt, LieKind kind, int seed, WindowContext window)
      throws Exception {
    ObjectNode answer = MODEL.answer(prompt);
    ObjectNode before = answer.deepCopy();
    Lie lie = liar.lie(answer, prompt, List.of(kind), new Dice(seed, "call", 1)).orElseThrow();
    return new Told(lie, before, answer, window);
  }

  private static SimPrompt read(String prompt) throws Exception {
    return PromptReader.read(List.of(prompt));
  }
}
