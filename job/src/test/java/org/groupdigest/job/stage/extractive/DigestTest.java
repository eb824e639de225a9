package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.udfs.language.LanguageAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader gets. */
class DigestTest {

  static List<WindowContext> windows() {
    return ExtractiveEngineTest.windows();
  }

  private static Synthesis digest(WindowContext window) {
    return Stages.of(window).synthesis();
  }

  private static List<String> texts(List<Claim> claims) {
    return claims.stream().map(Claim::text).toList();
  }

  @Test
  void theHeadlineOfABusyDayIsItsDecision() {
    assertThat(digest(SampleChats.englishTeam()).headline().text()).contains("freeze release 2.3");
    assertThat(digest(SampleChats.russianTeam()).headline().text())
        .startsWith("олег: Решили заморозить релиз 2.3");
  }

  @Test
  void aQuietDaySaysSo() {
    Synthesis digest = digest(SampleChats.quietDay());
    assertThat(digest.headline())
        .isEqualTo(new Claim("A quiet day: one question, answered.", List.of("m2", "m3")));
    assertThat(digest.keyPoints()).hasSize(1);
    assertThat(digest.decisions()).isEmpty();
    assertThat(digest.actions()).isEmpty();
  }

  @Test
  void eachUnansweredQuestionOfAQuietDayIsCounted() {
    assertThat(digest(questions(1)).headline().text())
        .isEqualTo("A quiet day: one question, not answered.");
    assertThat(digest(questions(3)).headline().text())
        .isEqualTo("A quiet day: three questions, none answered.");
    assertThat(digest(questions(5)).headline().text())
        .isEqualTo("A quiet day: five questions, none answered.");
    assertThat(digest(questions(4)).openQuestions()).hasSize(4);
  }

  private static WindowContext questions(int count) {
    List<String> questions =
        List.of(
            "Who borrowed the ladder of the library?",
            "When does the ferry to Rostock leave?",
            "Where is the rehearsal of the choir?",
            "How much is a bag of cement?",
            "Which glue holds on wet wood?");
    List<String> rest =
        List.of(
            "The heron stood in the pond",
            "Our roof is painted red",
            "A goat ate my straw hat",
            "The tram was empty at dawn");
    List<String> people = List.of("ann", "bob", "cleo", "dan");
    Chat chat = Chat.in("en");
    for (int i = 0; i < count; i++) {
      chat.say(people.get(i % 4), questions.get(i));
    }
    for (int i = 0; i < rest.size(); i++) {
      chat.say(people.get((i + count) % 4), rest.get(i));
    }
    return chat.window();
  }

  @Test
  void aDayOfSignsAloneSaysThatThereIsNothingToRead() {
    Chat chat =
        Chat.in("ru").say("аня", "😂😂").say("боря", "👍").say("аня", "❤️").say("вера", "...");
    assertThat(Stages.of(chat.window(), "ru").synthesis().headline().text())
        .isEqualTo("Только реакции, читать нечего.");
    assertThat(Stages.of(chat.window(), "en").synthesis().headline().text())
        .isEqualTo("Only reactions, nothing to read.");
    assertThat(Stages.of(chat.window(), "ru").topics().topics()).isEmpty();
  }

  @Test
  void aProgramWithoutAMarkDoesNotLead() {
    Chat chat = Chat.in("en").say("ann", "The saw of the workshop is broken, we need a new blade");
    for (int i = 0; i < 4; i++) {
      chat.say(
          "coinmaster", "Your balance is " + i + " coins of the workshop, use /daily for more");
    }
    chat.say("bob", "The blade of the saw of the workshop costs forty euros in Berlin");
    Stages stages = Stages.of(chat.window());
    assertThat(stages.values("text", "summary", "title", "username", "owner", "owners"))
        .noneMatch(text -> text.contains("coin"));
  }

  @Test
  void aDayWithoutSubstanceHasNoHeadline() {
    Synthesis nothing = new Synthesis(null, List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(digest(SampleChats.greetings())).isEqualTo(nothing);
    assertThat(digest(SampleChats.empty())).isEqualTo(nothing);
  }

  @Test
  void aQuestionIsShownWithItsAnswerAndBothNames() {
    assertThat(texts(digest(SampleChats.quietDay()).keyPoints()))
        .containsExactly(
            "tamar: How can I raise the upload limit of the wiki behind the proxy? → "
                + "sven: You need to raise the body size in the proxy as well as the limit in the wiki settings.");
  }

  @Test
  void onlyWhatNobodyAnsweredIsOpen() {
    assertThat(texts(digest(SampleChats.englishTeam()).openQuestions()))
        .containsExactly("greta: Who owns the alert about lost payment events these days?");
    assertThat(texts(digest(SampleChats.russianTeam()).openQuestions())).hasSize(1);
  }

  @Test
  void actionsNameTheirOwnerAndDate() {
    assertThat(digest(SampleChats.englishTeam()).actions())
        .singleElement()
        .matches(one -> one.owner().equals("felix") && one.due().equals("by Thursday"));
  }

  @Test
  void whatIsSaidInTheFirstPersonBearsTheNameOfTheSpeaker() {
    Synthesis digest =
        digest(
            Chat.in("en")
                .say("ann", "I measured the new turbine in the wind tunnel of the institute")
                .reply(
                    "m1",
                    "bob",
                    "The turbine in the wind tunnel turned faster than the old turbine")
                .reply(
                    "m2",
                    "ann",
                    "I measured forty turns a second in the wind tunnel with the turbine")
                .window());
    for (String text : texts(digest.keyPoints())) {
      assertThat(text.replace("ann: I measured", "")).doesNotContain("I measured");
    }
  }

  @Test
  void chatterNeverGetsIntoADigest() {
    String all =
        Stages.of(SampleChats.englishTeam()).json(org.groupdigest.job.model.Stage.SYNTHESIS_AGENT);
    assertThat(all).doesNotContain("lol", "good morning", "+1", "thanks felix");
  }

  @ParameterizedTest
  @MethodSource("windows")
  void everyLineIsMadeOfItsSources(WindowContext window) {
    Synthesis digest = digest(window);
    LanguageAnalyzer analyzer = LanguageAnalyzer.of("en");
    for (Claim claim : claims(digest).toList()) {
      List<String> sources =
          window.messages().stream()
              .filter(one -> claim.messageIds().contains(one.messageId()))
              .flatMap(one -> Stream.of(one.author(), one.text()))
              .toList();
      assertThat(analyzer.contentStems(String.join("\n", sources)))
          .containsAll(analyzer.contentStems(claim.text()));
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void noLineSaysWhatAnotherSays(WindowContext window) {
    Synthesis digest = digest(window);
    List<String> all =
        Stream.concat(texts(digest.keyPoints()).stream(), texts(digest.decisions()).stream())
            .toList();
    assertThat(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("windows")
  void theOwnerOfAnActionSaidItOrWasAddressed(WindowContext window) {
    digest(window).actions().stream()
        .filter(one -> one.owner() != null)
        .forEach(
            one ->
                assertThat(window.messages())
                    .filteredOn(message -> one.messageIds().contains(message.messageId()))
                    .extracting(Message::author)
                    .contains(one.owner()));
  }

  @Test
  void aFeedHasNoDecisionsOfItsOwn() {
    Synthesis digest = digest(SampleChats.russianFeed());
    assertThat(digest.decisions()).isEmpty();
    assertThat(digest.actions()).isEmpty();
    assertThat(digest.participants()).isEmpty();
    assertThat(digest.headline().text()).contains("пешеходный мост");
  }

  /** The headline of a quiet day is in the engine's own words. */
  private static Stream<Claim> claims(Synthesis digest) {
    return Stream.of(digest.keyPoints(), digest.decisions(), digest.openQuestions())
        .flatMap(List::stream);
  }
}
