package org.groupdigest.job.stores.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.stores.SampleChanges;
import org.groupdigest.job.stores.graph.Contributions.Reply;
import org.junit.jupiter.api.Test;

class ContributionsTest {

  private final Contributions contributions =
      new Contributions(
          SampleChanges.of("garden", "plots")
              .message("m1", "mila", null)
              .message("m2", "otto", "m1")
              .message("m3", "mila", "m2")
              .message("m4", "otto", "m3")
              .message("m5", "otto", "m4")
              .message("m6", "otto", "of yesterday")
              .message("m7", " ", "m1")
              .message("m8", "mila", "m7")
              .build()
              .digest());

  @Test
  void whoAnsweredWhomIsCountedByNameAndNobodyAnswersThemselves() {
    assertThat(contributions.replies())
        .containsExactly(
            Map.entry(new Reply("mila", "otto"), 1), Map.entry(new Reply("otto", "mila"), 2));
  }

  @Test
  void messagesCountOnceAndOnlyThoseThatAreKnownAndSignedByName() {
    assertThat(contributions.authors(List.of("m1", "m1", "m3", "m4", "m7", "unknown")))
        .containsOnly(Map.entry("mila", 2), Map.entry("otto", 1));
  }
}
