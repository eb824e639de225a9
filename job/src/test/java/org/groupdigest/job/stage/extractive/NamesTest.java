package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void aNameThatTwoPeopleShareMeansNeitherOfThem() {
    Names names =
        new Names(
            Chat.in("en")
                .say("Alex (1)", "I broke the window")
                .say("Alex (2)", "I will pay for it")
                .say("bob__", "Thanks")
                .window());

    assertThat(names.find("Alex")).isNull();
    assertThat(names.find("alex (2)")).isEqualTo("Alex (2)");
    assertThat(names.find("Bob")).isEqualTo("bob__");
  }
}
