package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

  static List<WindowContext> windows() {
    return ExtractiveEngineTest.windows();
  }

  private static List<Topic> topics(WindowContext window) {
    return Stages.of(window).topics().topics();
  }

  private static Topic about(List<Topic> topics, String messageId) {
    return topics.stream()
        .filter(one -> one.messageIds().contains(messageId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aThreadIsOneTopicUnderThePhraseItShares() {
    Topic topic = about(topics(SampleChats.englishTeam()), "m2");
    assertThat(topic.title()).isEqualTo("Queue timeout");
    assertThat(topic.messageIds()).contains("m3", "m6", "m8").doesNotContain("m10", "m14");
  }

  @Test
  void russianPhrasesStandInTheirDictionaryForm() {
    assertThat(about(topics(SampleChats.russianTeam()), "m2").title()).isEqualTo("Вебхук оплаты");
  }

  @Test
  void aTitleNamesTheThingRatherThanAskingAboutIt() {
    assertThat(about(topics(SampleChats.englishTeam()), "m10").title())
        .isEqualTo("Metrics dashboard");
  }

  @Test
  void aVersionBelongsToTheNameOfARelease() {
    List<Topic> topics =
        topics(
            Chat.in("ru")
                .say("марина", "Релиз 4.8 собран и лежит на стейдже, начинаю регресс по оплате")
                .reply("m1", "олег", "Миграция в релиз 4.8 вошла?")
                .reply("m2", "марина", "Одна, она добавляет индекс на таблицу заказов")
                .window());
    assertThat(topics).extracting(Topic::title).containsExactly("Релиз 4.8");
  }

  @Test
  void aDecisionIsToldWithoutTheWordThatMarksIt() {
    Topic topic =
        topics(
                Chat.in("en")
                    .say("ann", "The door badge reader of the workshop fails every morning")
                    .reply("m1", "bob", "The badge reader lost its power supply again")
                    .reply("m2", "ann", "Decision: the badge reader is replaced on Tuesday")
                    .window())
            .get(0);
    assertThat(topic.decision()).isEqualTo("ann: The badge reader is replaced on Tuesday");
    assertThat(topic.summary()).doesNotContain("replaced on Tuesday");
  }

  @Test
  void theSummaryIsShortAndIsThePointOfTheDigest() {
    Stages stages = Stages.of(SampleChats.englishTeam());
    Topic first = stages.topics().topics().get(0);
    assertThat(first.summaryMessageIds()).hasSizeLessThanOrEqualTo(2);
    assertThat(stages.synthesis().keyPoints())
        .extracting(org.groupdigest.job.model.Claim::text)
        .contains(first.summary());
  }

  @Test
  void theTopicCarriesItsDecisionActionsAndOwners() {
    Topic topic = about(topics(SampleChats.russianTeam()), "m2");
    assertThat(topic.decision()).startsWith("олег: Решили заморозить релиз 2.3");
    assertThat(topic.decisionMessageIds()).containsExactly("m6");
    assertThat(topic.actions())
        .singleElement()
        .matches(one -> one.owner().equals("глеб") && one.due().equals("до четверга"));
    assertThat(topic.owners()).containsExactly("глеб");
  }

  @Test
  void anAnsweredQuestionIsDone() {
    assertThat(about(topics(SampleChats.quietDay()), "m2").status()).isEqualTo("done");
  }

  @Test
  void whatWaitsForSomethingIsBlocked() {
    List<Topic> topics =
        topics(
            Chat.in("en")
                .say("ann", "The mobile release is blocked by the missing store certificate")
                .reply("m1", "bob", "We are waiting for the store certificate since Monday")
                .reply("m2", "ann", "So we cannot release the mobile client this week")
                .window());
    assertThat(topics)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.status()).isEqualTo("blocker");
              assertThat(one.blockers()).isNotEmpty();
            });
  }

  @Test
  void duplicatesCountAsMessagesOfTheTopic() {
    WindowContext window =
        Chat.in("en")
            .say("ann", "The mirror of the package archive answers with an error")
            .reply("m1", "bob", "Same error from the package archive mirror in our office")
            .repeated("m1", 5)
            .window();
    assertThat(topics(window)).singleElement().matches(one -> one.messageCount() == 7);
  }

  @Test
  void aFeedIsGroupedByStories() {
    List<Topic> topics = topics(SampleChats.russianFeed());
    assertThat(about(topics, "m1").messageIds()).contains("m2", "m5").doesNotContain("m3", "m4");
    assertThat(about(topics, "m3").title())
        .isEqualTo("Вести Озёрска: Синоптики обещают первый снег в ночь на вторник");
  }

  @ParameterizedTest
  @MethodSource("windows")
  void fieldsStayInsideTheirBounds(WindowContext window) {
    List<Topic> topics = topics(window);
    assertThat(topics).hasSizeLessThanOrEqualTo(5);
    for (Topic topic : topics) {
      assertThat(topic.title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
      assertThat(topic.priority()).isIn("critical", "high", "medium", "low");
      assertThat(topic.status()).isIn("done", "in_progress", "blocker", "watch", "idea");
      assertThat(topic.messageIds())
          .containsAll(topic.summaryMessageIds())
          .containsAll(topic.decisionMessageIds());
      assertThat(topic.summaryMessageIds()).isNotEmpty();
      assertThat(topic.messageCount()).isGreaterThanOrEqualTo(topic.messageIds().size());
    }
    assertThat(topics).extracting(Topic::title).doesNotHaveDuplicates();
  }

  @Test
  void greetingsMakeNoTopic() {
    assertThat(topics(SampleChats.greetings())).isEmpty();
    assertThat(topics(SampleChats.empty())).isEmpty();
  }

  @Test
  void whatProgramsWriteIsNoTopic() {
    Chat chat = Chat.in("en");
    for (int i = 0; i < 10; i++) {
      chat.say(
          "buildbot",
          "Build " + i + " of the importer module failed with errors in the archive tests");
    }
    assertThat(topics(chat.window())).isEmpty();
  }

  @Test
  void aLongTitleIsCutWhereItCanBear() {
    assertThat(
            Shortened.atClause(
                "The bridge is open, but the road to it will stay closed until the end of May", 40))
        .isEqualTo("The bridge is open");
    assertThat(Shortened.atClause("Short enough.", 40)).isEqualTo("Short enough");
    assertThat(
            Shortened.atClause(
                "onewordafteranother without any clause mark at all in this line", 30))
        .isEqualTo("onewordafteranother without…");
    assertThat(Shortened.atClause("x".repeat(50), 20)).hasSize(20).endsWith("…");
  }

  @Test
  void keyPhrasesAreRunsOfWordsWithContent() {
    Reading reading = Reading.of(SampleChats.englishTeam(), LanguagePack.of("en", "en"));
    List<String> phrases =
        new KeyPhrases(reading)
            .of(reading.conversation().utterances()).stream().map(KeyPhrases.Phrase::text).toList();
    assertThat(phrases)
        .contains("queue timeout", "payment webhook")
        .doesNotContain("the", "nora", "felix", "phone");
  }

  @Test
  void whatIsHiddenIsNeitherTitleNorKeyword() {
    List<Topic> topics =
        topics(
            Chat.in("en")
                .say("ann", "[spoiler] and the butler [spoiler] in the last episode")
                .reply("m1", "bob", "[spoiler] was a surprise to me in the last episode")
                .reply("m1", "cleo", "Call [phone:2b65bb44] for tickets")
                .window());
    assertThat(topics).isNotEmpty();
    for (Topic topic : topics) {
      assertThat(topic.title()).doesNotContainIgnoringCase("spoiler").doesNotContain("phone", "[");
      assertThat(topic.keywords()).noneMatch(one -> one.matches(".*(spoiler|phone|2b65).*"));
    }
    assertThat(topics.get(0).summary()).contains("[spoiler]");
  }

  @Test
  void messagesThatOnlyStandSideBySideAreNoTopic() {
    WindowContext window =
        Chat.in("en")
            .say("ann", "The heron stood in the pond at noon")
            .say("bob", "Our roof is painted red since spring")
            .say("cleo", "A goat ate my straw hat")
            .window();
    assertThat(topics(window)).isEmpty();
  }

  @Test
  void aPhraseThatEndsInAPrepositionOrAVerbNamesNothing() {
    WindowContext window =
        Chat.in("en")
            .say("rosa", "There is a memory onto which nobody writes")
            .reply("m1", "otto", "The parser causes that, the parser list is wrong")
            .window();
    Reading reading = Reading.of(window, LanguagePack.of("en", "en"));
    Map<String, Boolean> nouns =
        new KeyPhrases(reading)
            .of(reading.conversation().utterances()).stream()
                .collect(Collectors.toMap(KeyPhrases.Phrase::text, KeyPhrases.Phrase::isNoun));
    assertThat(nouns)
        .containsEntry("memory onto", false)
        .containsEntry("parser causes", false)
        .containsEntry("parser list", true);
  }
}
