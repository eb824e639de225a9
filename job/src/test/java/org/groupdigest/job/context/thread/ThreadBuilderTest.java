package org.groupdigest.job.context.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class ThreadBuilderTest {

  private final ThreadBuilder builder = ThreadBuilder.bundled();

  @Test
  void replyLinkDecidesWithFullConfidence() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .says(0, "vera", "who takes the projector home?")
                .says(5, "oleg", "the bakery closes at six, hurry up")
                .replies(600, "nina", "green", "m1"));

    assertThat(links.get("m3")).isEqualTo(new ThreadLink("m3", "m1", 1.0));
  }

  @Test
  void replyToSomethingOutsideTheWindowStaysARoot() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .says(0, "vera", "who takes the projector home?")
                .replies(5, "oleg", "vera: I do", "m-of-yesterday"));

    assertThat(links.get("m2")).isEqualTo(new ThreadLink("m2", null, 0.0));
  }

  @Test
  void replyToALaterMessageOrToItselfMakesNoLink() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .replies(0, "vera", "what a day", "m2")
                .replies(5, "oleg", "indeed", "m2")
                .says(6, "nina", "it rains"));

    assertThat(links.get("m1").parentId()).isNull();
    assertThat(links.get("m2").parentId()).isNull();
  }

  @Test
  void firstMessageStartsAConversation() {
    assertThat(link(new Chat().says(0, "vera", "good morning")).get("m1"))
        .isEqualTo(new ThreadLink("m1", null, 0.0));
  }

  @Test
  void addressInFrontFindsTheQuestionOfThatPerson() {
    Map<String, ThreadLink> links = link(twoQuestions().says(60, "petr", "vera: try the blue one"));

    assertThat(links.get("m3").parentId()).isEqualTo("m1");
    assertThat(links.get("m3").confidence()).isBetween(0.6, 1.0);
  }

  @Test
  void atSignFindsTheQuestionOfThatPerson() {
    Map<String, ThreadLink> links =
        link(twoQuestions().says(60, "petr", "@vera the blue one should fit"));

    assertThat(links.get("m3").parentId()).isEqualTo("m1");
  }

  @Test
  void russianFirstNameFindsTheQuestionOfThatPerson() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .says(0, "v1", "Вера Ильина", "кто знает, какой кабель нужен для проектора?")
                .says(20, "o2", "Олег Серов", "где лежит ключ от мастерской?")
                .says(60, "p3", "Пётр Лунин", "Вера, возьми синий, он подходит"));

    assertThat(links.get("m3").parentId()).isEqualTo("m1");
  }

  @Test
  void topicsAreNotMixedWithoutAReplyLink() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .inTopic("tents", 0, "vera", "which tent do we take?", null)
                .inTopic("boats", 5, "oleg", "vera: the green tent", null)
                .inTopic("tents", 9, "nina", "vera: the green tent", null));

    assertThat(links.get("m2").parentId()).isNull();
    assertThat(links.get("m3").parentId()).isEqualTo("m1");
  }

  @Test
  void replyLinkLeadsIntoAnotherTopic() {
    Map<String, ThreadLink> links =
        link(
            new Chat()
                .inTopic("tents", 0, "vera", "which tent do we take?", null)
                .inTopic("boats", 5, "oleg", "moved here", "m1"));

    assertThat(links.get("m2")).isEqualTo(new ThreadLink("m2", "m1", 1.0));
  }

  @Test
  void linksComeInTheOrderOfTheMessagesAndOneEach() {
    List<Message> messages = twoQuestions().says(60, "petr", "vera: try the blue one").messages();

    assertThat(builder.link(messages))
        .extracting(ThreadLink::messageId)
        .containsExactly("m1", "m2", "m3");
  }

  @Test
  void sameMessagesGiveTheSameLinks() {
    List<Message> messages = twoQuestions().says(60, "petr", "vera: try the blue one").messages();

    assertThat(builder.link(messages)).isEqualTo(ThreadBuilder.bundled().link(messages));
  }

  @Test
  void noMessagesGiveNoLinks() {
    assertThat(builder.link(List.of())).isEmpty();
  }

  @Test
  void linkIsMadeExactlyFromSixTenthsOn() {
    List<ThreadLink> links = builder.link(RandomChat.of(400, 12, 5));

    assertThat(links)
        .allSatisfy(
            link -> assertThat(link.confidence() >= 0.6).isEqualTo(link.parentId() != null));
    assertThat(links).anyMatch(link -> link.parentId() == null);
  }

  private static Chat twoQuestions() {
    return new Chat()
        .says(0, "vera", "which cable do I need for the projector?")
        .says(20, "oleg", "where is the key of the workshop?");
  }

  private Map<String, ThreadLink> link(Chat chat) {
    return builder.link(chat.messages()).stream()
        .collect(Collectors.toMap(ThreadLink::messageId, Function.identity()));
  }
}
