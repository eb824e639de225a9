package org.groupdigest.job.pipeline;

import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The comparison of one group's digests in a test harness. */
final class BaselineHarness implements AutoCloseable {

  private static final String KEY = Drafts.GROUP.encoded();

  private final KeyedProcessOperator<String, DigestDraft, DigestDraft> operator =
      new KeyedProcessOperator<>(new BaselineFunction());
  private final KeyedOneInputStreamOperatorTestHarness<String, DigestDraft, DigestDraft> harness;

  BaselineHarness() throws Exception {
    this(null);
  }

  BaselineHarness(OperatorSubtaskState restored) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, draft -> draft.context().window().groupKey().encoded(), Types.STRING);
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
  }

  /** What comes out because of a draft. */
  List<DigestDraft> take(DigestDraft draft) throws Exception {
    int before = harness.extractOutputValues().size();
    harness.processElement(draft, 0);
    List<DigestDraft> all = harness.extractOutputValues();
    return List.copyOf(all.subList(before, all.size()));
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  int stateEntries() {
    return backend().numKeyValueStateEntries();
  }

  BaselineChain chain() throws Exception {
    operator.setCurrentKey(KEY);
    ValueState<BaselineChain> chain =
        operator
            .<String>getKeyedStateBackend()
            .getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                BaselineFunction.chainDescriptor());
    return chain.value();
  }

  private HeapKeyedStateBackend<?> backend() {
    return (HeapKeyedStateBackend<?>) operator.<Object>getKeyedStateBackend();
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new AssertionError("the harness did not close", e);
    }
  }
}
