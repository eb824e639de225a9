package org.groupdigest.job.ingest.file.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForumTopicsTest {

  private final ForumTopics topics = new ForumTopics();

  @Test
  void answersInheritTheTopicAlongTheChain() {
    topics.created("2");

    assertThat(topics.topic("3", "2")).isEqualTo("2");
    assertThat(topics.topic("4", "3")).isEqualTo("2");
    assertThat(topics.topic("5", "4")).isEqualTo("2");
  }

  @Test
  void topicsAreKeptApart() {
    topics.created("2");
    topics.created("3");

    assertThat(topics.topic("4", "2")).isEqualTo("2");
    assertThat(topics.topic("5", "3")).isEqualTo("3");
  }

  @Test
  void whatAnswersNothingOrSomethingOutsideHasNoTopic() {
    topics.created("2");

    assertThat(topics.topic("3", null)).isNull();
    assertThat(topics.topic("4", "3")).isNull();
    assertThat(topics.topic("5", "unknown")).isNull();
  }

  @Test
  void remembersABoundedNumberOfMessages() {
    topics.created("0");
    for (int id = 1; id <= 200_000; id++) {
      topics.topic(String.valueOf(id), String.valueOf(id - 1));
    }

    assertThat(topics.topic("late", "1")).as("an answer to a message long ago").isNull();
    assertThat(topics.topic("now", "200000")).isEqualTo("0");
  }
}
