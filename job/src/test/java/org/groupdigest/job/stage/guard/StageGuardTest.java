package org.groupdigest.job.stage.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.guard.GuardResult.Accepted;
import org.groupdigest.job.stage.guard.GuardResult.Rejected;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageGuardTest {

  private final StageGuard guard = new StageGuard();
  private final WindowContext window =
      new WindowFixture()
          .message("1", "anna", "Вебхук теряет платежи при 200 rps")
          .reply("2", "gleb", "сделаю нагрузочный тест в среду", "1")
          .message("3", "oleg", "Глеб, посмотри бэкап, нужно 3 часа")
          .message("4", "tamer", "saper: raise the limit to 10 MB")
          .message("5", "saper", "thanks")
          .repeats("5", List.of("6", "7"), List.of("anna", "oleg"))
          .thread("th-1", "1", "2")
          .build();

  @Test
  void aFencedAnswerWithChatterIsAcceptedAndOnlyDeclaredFieldsAreKept() {
    Accepted accepted =
        accepted(
            Stage.SEGMENTER_AGENT,
            "Here you are:\n```json\n{\"units\":[{\"kind\":\"problem\",\"text\":\"Вебхук теряет"
                + " платежи\",\"message_ids\":[1],\"confidence\":0.9,\"mood\":\"x\"}],"
                + "\"reasoning\":\"secret\"}\n```");

    assertThat(accepted.canonicalJson()).doesNotContain("mood", "reasoning");
    Segments.Unit unit = Json.read(accepted.canonicalJson(), Segments.class).units().get(0);
    assertThat(unit.unitId()).isEqualTo("unit-1");
    assertThat(unit.messageIds()).containsExactly("1");
    assertThat(accepted.boundaryIntegrity()).isEqualTo(1.0);
    assertThat(accepted.removed()).isEmpty();
  }

  @Test
  void anAnswerThatBreaksTheSchemaIsRejectedWithPathsAndWithoutItsWords() {
    Rejected rejected =
        rejected(
            Stage.SEGMENTER_AGENT,
            "{\"units\":[{\"kind\":\"gossip about anna\",\"text\":\"secret\",\"message_ids\":[],"
                + "\"confidence\":2}]}");

    assertThat(rejected.errors()).extracting(GuardError::kind).containsOnly(GuardError.Kind.SCHEMA);
    assertThat(rejected.errors())
        .extracting(GuardError::path)
        .contains("$.units[0].kind", "$.units[0].message_ids", "$.units[0].confidence");
    assertThat(rejected.errors().toString()).doesNotContain("gossip", "secret");
  }

  @Test
  void wordsOfOneNamesakeAreNotAcceptedFromAnother() {
    WindowContext namesakes =
        new WindowFixture()
            .message("1", "Alex (1)", "I broke the window of the workshop")
            .message("2", "Alex (2)", "I pay for the window of the workshop")
            .build();
    String claim = "{\"key_points\":[{\"text\":\"%s: I broke the window\",\"message_ids\":[1]}]}";

    assertThat(guard.check(Stage.SYNTHESIS_AGENT, claim.formatted("Alex (1)"), namesakes))
        .isInstanceOf(Accepted.class);
    assertThat(guard.check(Stage.SYNTHESIS_AGENT, claim.formatted("Alex (2)"), namesakes))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void theFirstObjectThatFitsIsTaken() {
    accepted(Stage.SYNTHESIS_AGENT, "{\"thought\":1} then {\"key_points\":[]}");
  }

  @Test
  void referencesThatDoNotResolveAreTakenOutWhileThreeQuartersDo() {
    Accepted accepted =
        accepted(Stage.SYNTHESIS_AGENT, keyPoint("Вебхук теряет платежи", "1,2,3,\"zz\""));

    assertThat(accepted.boundaryIntegrity()).isEqualTo(0.75);
    assertThat(synthesis(accepted).keyPoints().get(0).messageIds()).containsExactly("1", "2", "3");
    assertThat(accepted.removed())
        .containsExactly("$.key_points[0].message_ids[3]: no such message in the window (zz)");
  }

  @Test
  void anAnswerWithFewerResolvingReferencesIsRejected() {
    Rejected rejected =
        rejected(Stage.SYNTHESIS_AGENT, keyPoint("Вебхук теряет платежи", "1,2,\"zz\""));

    assertThat(rejected.boundaryIntegrity()).isLessThan(0.75);
    assertThat(rejected.errors())
        .extracting(GuardError::kind)
        .containsOnly(GuardError.Kind.UNKNOWN_MESSAGE);
  }

  @Test
  void aReferenceThatIsNoIdIsNotRepeatedInTheError() {
    Rejected rejected =
        rejected(Stage.SYNTHESIS_AGENT, keyPoint("x", "\"call me at home tonight\""));
    assertThat(rejected.errors().toString()).doesNotContain("call me");
  }

  @Test
  void aClaimWithoutAnySourceLeftIsTakenOut() {
    Accepted accepted =
        accepted(
            Stage.SYNTHESIS_AGENT,
            "{\"key_points\":[{\"text\":\"a\",\"message_ids\":[1,2,3,4,5]},"
                + "{\"text\":\"invented\",\"message_ids\":[99]}]}");
    assertThat(synthesis(accepted).keyPoints()).hasSize(1);
    assertThat(accepted.removed()).anyMatch(line -> line.startsWith("$.key_points[1]:"));
  }

  @Test
  void aRemovedDuplicateMayBeCited() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("thanks", "6"));
  }

  @Test
  void aNumberThatNoSourceBearsRejectsTheAnswer() {
    assertThat(rejected(Stage.SYNTHESIS_AGENT, keyPoint("теряет при 500 rps", "1")).errors())
        .containsExactly(
            new GuardError(GuardError.Kind.UNSUPPORTED_FACT, "$.key_points[0].text", ""));
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("теряет при 200 rps", "1"));
  }

  @Test
  void numbersThatCountTheSourcesStand() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("3 people say thanks", "5"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("9 people say thanks", "5"));
  }

  @Test
  void aDateStandsWhenASourceNamesItsWeekdayAndNotOtherwise() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("тест 12 ноября", "2"));
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("тест — ср 12.11", "2"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("тест 12 ноября", "1"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("тест 25 ноября", "2"));
  }

  @Test
  void whoIsSaidToHaveSaidSomethingMustHaveWrittenACitedMessage() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("anna сказала, что вебхук теряет платежи", "1"));
    assertThat(
            rejected(Stage.SYNTHESIS_AGENT, keyPoint("oleg сказал, что вебхук теряет", "1"))
                .errors())
        .extracting(GuardError::kind)
        .containsExactly(GuardError.Kind.WRONG_AUTHOR);
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("oleg: вебхук теряет", "1"));
  }

  @Test
  void whoIsMentionedMustBeAuthorOrAddressed() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("@gleb отвечает @anna", "2"));
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("просят @saper поднять лимит", "4"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("@saper теряет платежи", "1"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("пишите @evil_channel", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Олег сообщил, что вебхук теряет платежи",
        "по словам Олега, вебхук теряет платежи",
        "предложил Олег: вебхук теряет платежи",
        "вебхук теряет платежи у Олега",
        "according to oleg, вебхук теряет платежи",
        "вебхук теряет платежи, как suggested by Oleg"
      })
  void aNameIsRecognisedInEveryFormAndOrder(String claim) {
    WindowContext named =
        new WindowFixture()
            .message("1", "Анна Котова", "Вебхук теряет платежи при 200 rps")
            .message("2", "Олег", "посмотрю бэкап")
            .message("3", "oleg", "и я")
            .build();
    GuardResult wrong = guard.check(Stage.SYNTHESIS_AGENT, keyPoint(claim, "1"), named);
    assertThat(((Rejected) wrong).errors())
        .extracting(GuardError::kind)
        .contains(GuardError.Kind.WRONG_AUTHOR);
    String right = claim.replaceAll("(?iu)олега", "Анны").replaceAll("(?iu)олег|oleg", "Анна");
    assertThat(guard.check(Stage.SYNTHESIS_AGENT, keyPoint(right, "1"), named))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void aDecisionOfWhichItsSourcesSayNothingIsRejected() {
    String invented =
        "{\"key_points\":[],\"decisions\":[{\"text\":\"Решили перенести отдел продаж в новый"
            + " офис\",\"message_ids\":[1,2]}]}";
    assertThat(rejected(Stage.SYNTHESIS_AGENT, invented).errors())
        .containsExactly(
            new GuardError(GuardError.Kind.UNSUPPORTED_WORDING, "$.decisions[0].text", ""));
  }

  @Test
  void wordingIsAskedOfEveryTextWithSources() {
    String other = "Отдел продаж переезжает в новый офис";
    for (String field : List.of("key_points", "open_questions", "decisions")) {
      String text = "{\"key_points\":[],\"%s\":[{\"text\":\"%s\",\"message_ids\":[1]}]}";
      rejected(Stage.SYNTHESIS_AGENT, text.formatted(field, other));
    }
    rejected(
        Stage.SYNTHESIS_AGENT,
        "{\"headline\":{\"text\":\"%s\",\"message_ids\":[1]},\"key_points\":[]}".formatted(other));
    rejected(
        Stage.SYNTHESIS_AGENT,
        "{\"key_points\":[],\"actions\":[{\"action\":\"%s\",\"message_ids\":[1]}]}"
            .formatted(other));
    rejected(
        Stage.SEGMENTER_AGENT,
        "{\"units\":[{\"kind\":\"meta\",\"text\":\"%s\",\"message_ids\":[1],\"confidence\":1}]}"
            .formatted(other));
    for (String title : List.of("Зарплаты", "Переезд отдела продаж")) {
      rejected(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2]").replace("Вебхук", title));
    }
    rejected(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2]").replace("Теряет", other));
    rejected(
        Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2],\"decision\":\"%s\"".formatted(other)));
    rejected(
        Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2],\"blockers\":[\"%s\"]".formatted(other)));
  }

  @Test
  void whatTheCitedMessageAnswersCarriesItsWordingToo() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("Вебхук теряет платежи, будет проверка", "2"));
    rejected(Stage.SYNTHESIS_AGENT, keyPoint("Вебхук теряет платежи, будет проверка", "3"));
  }

  @Test
  void theOppositeOfWhatWasSaidIsRejected() {
    assertThat(
            rejected(Stage.SYNTHESIS_AGENT, keyPoint("вебхук не теряет платежи при 200 rps", "1"))
                .errors())
        .extracting(GuardError::kind)
        .containsExactly(GuardError.Kind.CONTRADICTED);
  }

  @Test
  void aHeadlineInTheWordsOfTheProductIsCheckedByItsCitationsAlone() {
    String quiet =
        "{\"headline\":{\"text\":\"Тихий спокойный день\",\"message_ids\":[%s]},\"key_points\":[]}";
    StageGuard knowing = new StageGuard("Тихий спокойный день"::equals);
    assertThat(knowing.check(Stage.SYNTHESIS_AGENT, quiet.formatted(1), window))
        .isInstanceOf(Accepted.class);
    assertThat(knowing.check(Stage.SYNTHESIS_AGENT, quiet.formatted(99), window))
        .isInstanceOf(Rejected.class);
    rejected(Stage.SYNTHESIS_AGENT, quiet.formatted(1));
  }

  @Test
  void theCommentOnAParticipantIsHeldAgainstTheirMessages() {
    String role = role("gleb", "2");
    String commented = role.substring(0, role.length() - 3) + ",\"comment\":\"%s\"}]}";
    accepted(Stage.ROLES_AGENT, commented.formatted("обещает тест"));
    rejected(Stage.ROLES_AGENT, commented.formatted("обещает 17 тестов"));
  }

  @Test
  void addressingSomebodyIsNotTakenForTheirWords() {
    accepted(Stage.SYNTHESIS_AGENT, keyPoint("saper: raise the limit to 10 MB", "4"));
  }

  @Test
  void theOwnerOfAnActionIsAuthorOfASourceOrAddressedInIt() {
    assertThat(action("gleb", "2")).isInstanceOf(Accepted.class);
    assertThat(action("@Gleb", "2")).isInstanceOf(Accepted.class);
    assertThat(action("saper", "4")).isInstanceOf(Accepted.class);
    assertThat(action("oleg", "2")).isInstanceOf(Rejected.class);
  }

  @Test
  void peopleWhoseNamesDifferInCaseAloneAreNotMixedUp() {
    WindowContext twins =
        new WindowFixture().message("1", "Nick", "first").message("2", "nick", "second").build();
    for (String[] mine : new String[][] {{"Nick", "1"}, {"nick", "2"}}) {
      assertThat(guard.check(Stage.ROLES_AGENT, role(mine[0], mine[1]), twins))
          .isInstanceOf(Accepted.class);
    }
    assertThat(guard.check(Stage.ROLES_AGENT, role("nick", "1"), twins))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void salvageTakesTheWrongLineOutAndKeepsTheRest() {
    String answer =
        "{\"key_points\":[{\"text\":\"теряет при 500 rps\",\"message_ids\":[1]},"
            + "{\"text\":\"теряет при 200 rps\",\"message_ids\":[1]}]}";

    assertThat(guard.check(Stage.SYNTHESIS_AGENT, answer, window)).isInstanceOf(Rejected.class);
    Accepted accepted = (Accepted) guard.salvage(Stage.SYNTHESIS_AGENT, answer, window);

    assertThat(synthesis(accepted).keyPoints())
        .singleElement()
        .extracting("text")
        .asString()
        .contains("200");
    assertThat(accepted.removed()).hasSize(1);
  }

  /** Ids stay when a text is erased. */
  @Test
  void anIdHoldsNoWordOfTheChat() {
    for (String id : List.of("anna-has-left", "anna2", "t", "topic-12345", "t1 anna", "т1")) {
      assertThat(topicId(id)).as(id).isEqualTo("topic-1");
    }
    assertThat(topicId("t7")).isEqualTo("t7");
    assertThat(topicId("topic-12")).isEqualTo("topic-12");
  }

  private String topicId(String id) {
    Accepted accepted =
        accepted(Stage.TOPIC_AGENT, topic("\"topic_id\":\"" + id + "\",\"message_ids\":[1,5]"));
    return Json.read(accepted.canonicalJson(), Topics.class).topics().get(0).topicId();
  }

  @Test
  void topicsGetIdsSourcesAndCountsThatAnAnswerLeftOut() {
    Accepted accepted = accepted(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,5]"));
    Topics.Topic topic = Json.read(accepted.canonicalJson(), Topics.class).topics().get(0);

    assertThat(topic.topicId()).isEqualTo("topic-1");
    assertThat(topic.summaryMessageIds()).containsExactly("1", "5");
    assertThat(topic.messageCount()).isEqualTo(4);
    assertThat(topic.owners()).isEmpty();
    assertThat(topic.decision()).isNull();
  }

  @Test
  void countsOfATopicMustAddUp() {
    accepted(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2],\"message_count\":7"));
    for (int wrong : new int[] {1, 8}) {
      assertThat(
              rejected(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2],\"message_count\":" + wrong))
                  .errors())
          .extracting(GuardError::kind)
          .containsExactly(GuardError.Kind.WRONG_COUNT);
    }
  }

  @Test
  void threadsAndOwnersOfATopicMustExistAndBelongToIt() {
    Accepted accepted =
        accepted(
            Stage.TOPIC_AGENT,
            topic(
                "\"message_ids\":[1,2,3],\"thread_ids\":[\"th-1\",\"th-9\"],"
                    + "\"owners\":[\"@anna\",\"gleb\"]"));
    Topics.Topic topic = Json.read(accepted.canonicalJson(), Topics.class).topics().get(0);
    assertThat(topic.threadIds()).containsExactly("th-1");
    assertThat(topic.owners()).containsExactly("anna", "gleb");
    rejected(Stage.TOPIC_AGENT, topic("\"message_ids\":[1,2],\"owners\":[\"tamer\"]"));
  }

  @Test
  void aRoleIsShownByTheParticipantsOwnMessages() {
    Accepted accepted = accepted(Stage.ROLES_AGENT, role("gleb", "2"));
    assertThat(Json.read(accepted.canonicalJson(), Roles.class).participants()).hasSize(1);
    rejected(Stage.ROLES_AGENT, role("gleb", "1"));
    rejected(Stage.ROLES_AGENT, role("nobody", "1"));
  }

  @Test
  void scoresOutsideTheirRangeAreRejected() {
    String evaluation =
        "{\"faithfulness\":%s,\"coherence\":0.5,\"coverage\":0.5,\"focus\":0.5,"
            + "\"quality_score\":0.5}";
    accepted(Stage.EVALUATION_AGENT, evaluation.formatted("0.9"));
    rejected(Stage.EVALUATION_AGENT, evaluation.formatted("1.9"));
    rejected(
        Stage.EMOTION_AGENT,
        "{\"tone\":\"angry\",\"intensity\":0,\"conflict\":0,\"collaboration\":0,\"stress\":0,"
            + "\"enthusiasm\":0}");
  }

  @Test
  void aDayWithoutSubstanceIsAGoodAnswer() {
    assertThat(accepted(Stage.TOPIC_AGENT, "{\"topics\":[]}").boundaryIntegrity()).isEqualTo(1.0);
    accepted(Stage.SYNTHESIS_AGENT, "{\"headline\":null,\"key_points\":[]}");
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"INGEST_VALIDATOR", "THREAD_BUILDER", "DELIVERY_MANAGER"})
  void stagesWithoutAModelAreNotGuarded(Stage stage) {
    assertThatThrownBy(() -> guard.check(stage, "{}", window))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void noTextMakesTheGuardThrowOrLeak(@ForAll String text) {
    String answer =
        Json.write(new Segments(List.of(new Segments.Unit("u", text, text, List.of(text), 1))));
    GuardResult result = guard.check(Stage.SEGMENTER_AGENT, answer, window);
    assertThat(result).isInstanceOf(Rejected.class);
  }

  private GuardResult action(String owner, String source) {
    return guard.check(
        Stage.SYNTHESIS_AGENT,
        "{\"key_points\":[],\"actions\":[{\"owner\":\"%s\",\"action\":\"do it\",\"message_ids\":[%s]}]}"
            .formatted(owner, source),
        window);
  }

  private static String keyPoint(String text, String ids) {
    return "{\"key_points\":[{\"text\":\"%s\",\"message_ids\":[%s]}]}".formatted(text, ids);
  }

  private static String topic(String rest) {
    return "{\"topics\":[{\"title\":\"Вебхук\",\"priority\":\"high\",\"summary\":\"Теряет\",\"status\":\"blocker\",%s}]}"
        .formatted(rest);
  }

  private static String role(String name, String id) {
    return "{\"participants\":[{\"username\":\"%s\",\"roles\":[{\"role\":\"expert\",\"weight\":1}],\"dominant_role\":\"expert\",\"message_ids\":[%s]}]}"
        .formatted(name, id);
  }

  private static Synthesis synthesis(Accepted accepted) {
    return Json.read(accepted.canonicalJson(), Synthesis.class);
  }

  private Accepted accepted(Stage stage, String answer) {
    GuardResult result = guard.check(stage, answer, window);
    assertThat(result).isInstanceOf(Accepted.class);
    return (Accepted) result;
  }

  private Rejected rejected(Stage stage, String answer) {
    GuardResult result = guard.check(stage, answer, window);
    assertThat(result).isInstanceOf(Rejected.class);
    return (Rejected) result;
  }
}
