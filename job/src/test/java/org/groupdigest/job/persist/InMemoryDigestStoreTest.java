package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.junit.jupiter.api.Test;

class InMemoryDigestStoreTest {
  private final InMemoryDigestStore store = new InMemoryDigestStore();

  @Test
  void theNewestAttemptStaysWhateverTheOrder() {
    DigestRecord old = SampleDigests.digest().headline("old").build();
    DigestRecord now = SampleDigests.digest().headline("new").build();
    assertThat(write(now, 2)).isEqualTo(new PersistOutcome.Written(2));
    assertThat(write(old, 1))
        .isEqualTo(new PersistOutcome.Unchanged(2, StoredDigest.of(now), false));
    assertThat(write(now, 2))
        .isEqualTo(new PersistOutcome.Unchanged(2, StoredDigest.of(now), true));
    assertThat(store.digests()).containsExactly(now);
  }

  private PersistOutcome write(DigestRecord digest, int attempt) {
    return store.write(new DigestWrite(digest, attempt, List.of())).toCompletableFuture().join();
  }
}
