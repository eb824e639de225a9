package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

  @Property(tries = 60)
  void promptAndAnswerAlwaysFitTogether(
      @ForAll @IntRange(min = 500, max = 30_000) int contextTokens,
      @ForAll @IntRange(min = 1, max = 250) int messages,
      @ForAll boolean repaired) {
    WindowContext window = OrdinaryChat.window(messages, "ru");
    StageRequest first = PromptFixture.request(PromptFixture.MAP, window, Map.of());
    StageRequest request =
        repaired ? first.again(first.stages(), List.of("$: no"), "{".repeat(900), 1) : first;

    Optional<Prompt> prompt = PromptFixture.builder(contextTokens).build(request);

    prompt.ifPresent(
        fits -> {
          int counted =
              fits.messages().stream()
                  .mapToInt(m -> PromptFixture.COUNTER.count(m.content()))
                  .sum();
          assertThat(counted).isLessThanOrEqualTo(fits.promptTokens());
          assertThat(fits.promptTokens() + fits.maxAnswerTokens()).isLessThan(contextTokens);
          boolean worstIsThere = PromptFixture.task(fits).contains("\n" + worst(messages) + "|");
          assertThat(fits.notes().isEmpty()).isEqualTo(worstIsThere);
        });
  }

  /** The last of those that are ranked, and of those that are not the first. */
  private static int worst(int messages) {
    return messages > OrdinaryChat.RANKED ? OrdinaryChat.RANKED + 1 : messages;
  }

  @Test
  void aTenthIsLeftForModelsThatCountMore() {
    assertThat(new TokenBudget(10_000).prompt(2_000)).isEqualTo(7_200);
  }

  @Test
  void aPreviousDigestNeverPushesMessagesOut() {
    WindowContext window = OrdinaryChat.window(150, "ru");
    StageRequest without = PromptFixture.request(PromptFixture.MICRO, window, Map.of());
    StageRequest with =
        new StageRequest(
            without.stages(),
            window,
            "ru",
            Map.of(),
            Requests.PREVIOUS,
            List.of(),
            null,
            without.quotas(),
            StageRequest.ANY_CALLS,
            1);
    PromptBuilder tight = PromptFixture.builder(12_000);

    Prompt alone = tight.build(without).orElseThrow();
    Prompt together = tight.build(with).orElseThrow();

    assertThat(alone.notes()).containsExactly(Prompt.TRUNCATED_INPUT);
    assertThat(PromptFixture.sections(together).get("messages"))
        .isEqualTo(PromptFixture.sections(alone).get("messages"));
    assertThat(together.inputChecksum()).isEqualTo(alone.inputChecksum());
  }

  @Test
  void oneBuilderServesManyThreads() {
    PromptBuilder shared = PromptFixture.builder();
    StageRequest request = Requests.with(PromptFixture.DIGEST, Requests.PREVIOUS);
    StageRequest mood = Requests.with(List.of(Stage.EMOTION_AGENT), null);

    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> shared.build(i % 2 == 0 ? request : mood).orElseThrow())
                .distinct())
        .hasSize(2);
  }
}
