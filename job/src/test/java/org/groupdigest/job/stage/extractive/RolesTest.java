package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.groupdigest.job.model.Roles.Participant;
import org.groupdigest.job.model.Roles.WeightedRole;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {

  static List<WindowContext> windows() {
    return ExtractiveEngineTest.windows();
  }

  private static Participant of(WindowContext window, String name) {
    return Stages.of(window).roles().participants().stream()
        .filter(one -> one.username().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoAnswersIsAnExpert() {
    Participant felix = of(SampleChats.englishTeam(), "felix");
    assertThat(felix.dominantRole()).isEqualTo("expert");
    assertThat(felix.messageIds()).contains("m5");
  }

  @Test
  void whoAsksIsAnInitiator() {
    assertThat(of(SampleChats.quietDay(), "tamar").dominantRole()).isEqualTo("initiator");
  }

  @Test
  void whoLeadsIsAFacilitator() {
    WindowContext window =
        Chat.in("en")
            .say("chair", "Let's start with the agenda of today")
            .say("ann", "The budget table is ready for everybody")
            .say("chair", "Any comments on the budget table?")
            .say("chair", "Next item is the summer party, let's move on")
            .window();
    assertThat(of(window, "chair").dominantRole()).isEqualTo("facilitator");
  }

  @Test
  void whoObjectsIsACritic() {
    WindowContext window =
        Chat.in("ru")
            .say("ира", "Предлагаю перекрасить зал в зелёный цвет")
            .say("лев", "Не согласен, зелёный цвет слишком тёмный для зала")
            .say("лев", "И зачем вообще красить, плохая идея")
            .window();
    assertThat(of(window, "лев").dominantRole()).isEqualTo("critic");
  }

  @Test
  void whoKeepsOrderIsAModerator() {
    WindowContext window =
        Chat.in("en")
            .say("ann", "BUY CHEAP WATCHES AT MY SHOP")
            .say("guard", "ann: please stop, no spam in here, read the rules")
            .say("guard", "Off-topic posts get muted")
            .window();
    assertThat(of(window, "guard").dominantRole()).isEqualTo("moderator");
  }

  @Test
  void whoSaysNextToNothingIsAnObserver() {
    assertThat(of(SampleChats.englishTeam(), "zoe").dominantRole()).isEqualTo("observer");
  }

  @Test
  void commentsAreInTheLanguageOfTheDigest() {
    assertThat(of(SampleChats.russianTeam(), "глеб").comment()).isEqualTo("Отвечает на вопросы");
    assertThat(of(SampleChats.englishTeam(), "felix").comment()).isEqualTo("Answered questions");
  }

  @ParameterizedTest
  @MethodSource("windows")
  void weightsAddUpAndTheHeaviestDominates(WindowContext window) {
    for (Participant one : Stages.of(window).roles().participants()) {
      assertThat(one.roles().stream().mapToDouble(WeightedRole::weight).sum())
          .isCloseTo(1, within(0.001));
      assertThat(one.roles().get(0).role()).isEqualTo(one.dominantRole());
      assertThat(one.roles().stream().mapToDouble(WeightedRole::weight).max().orElseThrow())
          .isEqualTo(one.roles().get(0).weight());
      assertThat(one.messageIds()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void onlyOwnMessagesShowARole(WindowContext window) {
    for (Participant one : Stages.of(window).roles().participants()) {
      assertThat(window.messages().stream().filter(m -> one.messageIds().contains(m.messageId())))
          .allMatch(message -> message.author().equals(one.username()));
    }
  }

  @Test
  void programsHaveNoRole() {
    WindowContext window =
        Chat.in("en")
            .say("deploybot", "Deployment of the site is done")
            .say("ann", "hello")
            .window();
    assertThat(Stages.of(window).roles().participants())
        .extracting(Participant::username)
        .containsExactly("ann");
  }
}
