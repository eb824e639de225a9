package org.groupdigest.job.pipeline;

import org.apache.flink.types.PojoTestUtils;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.window.ClosedWindow;
import org.groupdigest.job.window.GroupEvent;
import org.groupdigest.job.window.LateMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows and what is kept is written by Flink's own serializers: nothing falls to Kryo. */
class StateTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        RawRecord.class,
        GroupEvent.class,
        ClosedWindow.class,
        LateMessage.class,
        LedgerEntry.class,
        TenantPolicy.class,
        WindowContext.class,
        ReadyWindow.class,
        DigestDraft.class,
        BaselineChain.class,
        FinishedDigest.class,
        DigestRecord.class,
        DeadLetter.class,
        Erasure.class,
        RetentionRequest.class
      })
  void aTypeThatFlowsNeedsNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
