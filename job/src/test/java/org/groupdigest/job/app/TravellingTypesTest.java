package org.groupdigest.job.app;

import java.util.stream.Stream;
import org.apache.flink.types.PojoTestUtils;
import org.groupdigest.connectors.kafka.KafkaMessage;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.job.files.DigestFile;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.pipeline.BaselineChain;
import org.groupdigest.job.pipeline.DigestDraft;
import org.groupdigest.job.pipeline.FinishedDigest;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.pipeline.ReadyWindow;
import org.groupdigest.job.pipeline.RetentionRequest;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.DigestNotice;
import org.groupdigest.job.stores.context.ContextChange;
import org.groupdigest.job.stores.context.ContextEvent;
import org.groupdigest.job.stores.vectors.VectorChange;
import org.groupdigest.job.window.ClosedWindow;
import org.groupdigest.job.window.GroupEvent;
import org.groupdigest.job.window.HistoryBlock;
import org.groupdigest.job.window.Identity;
import org.groupdigest.job.window.KnownGroup;
import org.groupdigest.job.window.LateMessage;
import org.groupdigest.job.window.OpenWindow;
import org.groupdigest.job.window.StoredMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever crosses operators or lives in state has Flink's own serializers all the way down: state
 * that Kryo wrote cannot be read by a later version of its class.
 */
class TravellingTypesTest {

  static Stream<Class<?>> types() {
    return Stream.of(
        RawRecord.class,
        GroupEvent.class,
        ClosedWindow.class,
        WindowContext.class,
        ReadyWindow.class,
        DigestDraft.class,
        FinishedDigest.class,
        DigestRecord.class,
        EventEnvelope.class,
        DeadLetter.class,
        Erasure.class,
        RetentionRequest.class,
        LateMessage.class,
        LedgerEntry.class,
        StoredMessage.class,
        Identity.class,
        OpenWindow.class,
        HistoryBlock.class,
        KnownGroup.class,
        BaselineChain.class,
        TenantPolicy.class,
        DigestFile.class,
        ContextEvent.class,
        ContextChange.class,
        VectorChange.class,
        DigestNotice.class,
        DigestChange.class,
        KafkaRecord.class,
        KafkaMessage.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void needNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
