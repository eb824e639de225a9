package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.BaselineSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The previous digest is looked up; without an answer the digest is made, and says so. */
class BaselineLookupFunctionTest {

  private static final BaselineSnapshot BEFORE =
      new BaselineSnapshot("w-before", Drafts.day(0).end(), List.of(), 0.8);

  private final FakeServices services = new FakeServices();
  private final BaselineLookupFunction lookup = new BaselineLookupFunction(services);
  private final DigestDraft draft = Drafts.open(Drafts.day(1));
  private final CollectedResult<DigestDraft> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    lookup.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void theStoreIsAskedForWhatWasBeforeThisWindow() {
    services.baselines =
        (group, hours, start) -> {
          assertThat(group).isEqualTo(Drafts.GROUP);
          assertThat(hours).isEqualTo(24);
          assertThat(start).isEqualTo(Drafts.day(1).start());
          return CompletableFuture.completedFuture(Optional.of(BEFORE));
        };

    lookup.asyncInvoke(draft, result);

    assertThat(result.value().errors()).isEmpty();
    assertThat(result.value().storedBaseline()).isEqualTo(BEFORE);
  }

  @Test
  void theFirstDigestOfAGroupHasNoneAndNoError() {
    lookup.asyncInvoke(draft, result);

    assertThat(result.value().storedBaseline()).isNull();
    assertThat(result.value().errors()).isEmpty();
  }

  @Test
  void aStoreThatFailsIsSaid() {
    services.baselines =
        (group, hours, start) -> CompletableFuture.failedFuture(new IllegalStateException("down"));

    lookup.asyncInvoke(draft, result);

    assertThat(result.value().errors()).containsExactly("baseline: store unavailable");
  }

  @Test
  void aStoreThatTakesTooLongIsSaid() {
    services.baselines = (group, hours, start) -> new CompletableFuture<>();

    lookup.asyncInvoke(draft, result);
    lookup.timeout(draft, result);

    assertThat(result.value().errors()).containsExactly("baseline: store unavailable");
  }
}
