package org.groupdigest.job.persist;

import java.time.Duration;
import java.util.List;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/** Calls about an allotment club's chat, and what came back. */
final class SampleCalls {
  static final PaidAnswer ANSWER =
      new PaidAnswer(
          "{\"headline\": \"Колодец сух 🙂 [phone:7f3a]\"}\n",
          true,
          "lettuce-2:latest",
          1_200,
          345);

  private SampleCalls() {}

  /** A call for a window of a group. */
  static CallKey key(String tenant, String group, String window) {
    return key(tenant, group, window, "checksum-of-the-input");
  }

  static CallKey key(String tenant, String group, String window, String input) {
    WindowRef ref =
        new WindowRef(
            window,
            tenant,
            group,
            24,
            SampleDigests.MORNING,
            SampleDigests.MORNING.plus(Duration.ofDays(1)),
            WindowKind.SCHEDULED,
            "UTC");
    return new CallKey(
        ref, List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT), "digest/ru", "3", "lettuce", input);
  }
}
