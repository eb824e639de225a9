package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;

class ExtractiveJudgeTest {

  private final WindowContext window = SampleChats.englishTeam();
  private final Reading reading = Reading.of(window, LanguagePack.of("en", "en"));
  private final Topics topics = Stages.of(window).topics();
  private final ExtractiveJudge judge = new ExtractiveJudge(reading, topics);

  private static Synthesis points(Claim... points) {
    return new Synthesis(null, List.of(points), List.of(), List.of(), List.of(), List.of());
  }

  private final Claim cause =
      new Claim(
          "The queue timeout of two seconds is the cause, raising it to ten fixes it on staging.",
          List.of("m5"));
  private final Claim access =
      new Claim(
          "Join the observability team in the directory, then the dashboard opens.",
          List.of("m11"));

  @Test
  void anHonestDigestIsGood() {
    Evaluation good = judge.judge(Stages.of(window).synthesis());
    assertThat(good.weakest()).isGreaterThanOrEqualTo(0.8);
    assertThat(good.notes()).isEmpty();
  }

  @Test
  void wrongCitationsAreUnfaithful() {
    Evaluation bad =
        judge.judge(
            points(
                new Claim(cause.text(), List.of("m14")), new Claim(access.text(), List.of("m1"))));
    assertThat(bad.faithfulness()).isLessThan(0.3);
    assertThat(bad.notes()).contains("A claim does not follow from the messages it cites.");
  }

  @Test
  void unknownMessagesSupportNothing() {
    assertThat(judge.judge(points(new Claim(cause.text(), List.of("m5", "m999")))).faithfulness())
        .isZero();
    assertThat(judge.judge(points(new Claim(cause.text(), List.of()))).faithfulness()).isZero();
  }

  @Test
  void oneWrongClaimPullsTheWholeDown() {
    double all = judge.judge(points(cause, access)).faithfulness();
    double one = judge.judge(points(cause, new Claim(access.text(), List.of("m9")))).faithfulness();
    assertThat(all).isGreaterThan(0.9);
    assertThat(one).isLessThan(0.7);
  }

  @Test
  void anInventedNumberCostsSupport() {
    Claim invented =
        new Claim(
            "The payment webhook is losing events, about 90 orders never arrived", List.of("m2"));
    assertThat(judge.judge(points(invented)).faithfulness()).isLessThan(0.7);
  }

  @Test
  void repeatingIsIncoherent() {
    assertThat(judge.judge(points(access, cause, cause, cause)).coherence()).isLessThan(0.75);
    assertThat(judge.judge(points(cause, access)).coherence()).isEqualTo(1);
  }

  @Test
  void leavingOutTheMainTopicCostsCoverage() {
    Evaluation side = judge.judge(points(access));
    assertThat(side.coverage()).isLessThan(0.7);
    assertThat(side.notes()).contains("Important topics are missing.");
    assertThat(judge.judge(points(cause, access)).coverage()).isGreaterThan(0.9);
  }

  @Test
  void chatterIsOutOfFocus() {
    Evaluation chatter = judge.judge(points(new Claim("good morning all", List.of("m1"))));
    assertThat(chatter.focus()).isLessThan(0.7);
  }

  @Test
  void sayingNothingIsRightOnlyWhenThereWasNothing() {
    Evaluation silent = judge.judge(points());
    assertThat(silent.coverage()).isZero();
    assertThat(silent.notes())
        .containsExactly("The digest is empty although there was something to say.");
    assertThat(Stages.of(SampleChats.greetings()).evaluation().weakest()).isEqualTo(1);
  }

  @Test
  void theQuietHeadlineIsNotHeldAgainstTheSources() {
    assertThat(Stages.of(SampleChats.quietDay()).evaluation().faithfulness()).isEqualTo(1);
  }
}
