package org.groupdigest.job.pipeline;

import java.util.List;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRequest;

/** Requests for stages out of a draft. */
final class StageRequests {

  private StageRequests() {}

  /** A first request for stages of a level. */
  static StageRequest of(List<Stage> stages, DigestDraft draft, CallPlan plan) {
    return request(stages, draft, plan.callsLeft(draft.messages(), draft.callsMade()));
  }

  /** A first request to the judge. */
  static StageRequest judgement(DigestDraft draft, CallPlan plan) {
    int left = plan.callsLeftForJudge(draft.messages(), draft.callsMade());
    return request(List.of(Stage.EVALUATION_AGENT), draft, left);
  }

  private static StageRequest request(List<Stage> stages, DigestDraft draft, int callsLeft) {
    return new StageRequest(
        stages,
        draft.context(),
        draft.admission().language(),
        draft.artifactsByStage(),
        draft.storedBaseline(),
        List.of(),
        null,
        TenantQuotas.orNone(draft.admission().quotas()),
        callsLeft,
        1);
  }
}
