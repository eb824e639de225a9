package org.groupdigest.job.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.quality.BaselineComparison;

/**
 * Compares each digest with the one before it. Keyed by group and window size. Digests of one group
 * are made side by side and may arrive here in any order: one whose predecessor is still on its way
 * waits for it. Every admitted window comes by, failed, emptied or not, so nobody waits in vain.
 */
public final class BaselineFunction extends KeyedProcessFunction<String, DigestDraft, DigestDraft> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<BaselineChain> chain;
  private transient MapState<String, DigestDraft> waiting;

  static ValueStateDescriptor<BaselineChain> chainDescriptor() {
    ValueStateDescriptor<BaselineChain> descriptor =
        new ValueStateDescriptor<>("baseline-chain", TypeInformation.of(BaselineChain.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(BaselineChain.KEPT_FOR).build());
    return descriptor;
  }

  static MapStateDescriptor<String, DigestDraft> waitingDescriptor() {
    return new MapStateDescriptor<>(
        "waiting-digests", Types.STRING, TypeInformation.of(DigestDraft.class));
  }

  @Override
  public void open(OpenContext context) {
    chain = getRuntimeContext().getState(chainDescriptor());
    waiting = getRuntimeContext().getMapState(waitingDescriptor());
  }

  @Override
  public void processElement(DigestDraft draft, Context context, Collector<DigestDraft> out)
      throws Exception {
    if (!draft.wasAdmitted()) {
      out.collect(draft);
      return;
    }
    BaselineChain known = chain.value() == null ? BaselineChain.EMPTY : chain.value();
    if (mustWait(draft, known)) {
      waiting.put(windowId(draft), draft);
      return;
    }
    release(draft, known, out);
  }

  /** A predecessor that is not known is on its way, unless it is older than all that is kept. */
  private static boolean mustWait(DigestDraft draft, BaselineChain known) {
    String predecessor = draft.admission().predecessorId();
    if (predecessor == null || known.find(predecessor) != null) {
      return false;
    }
    boolean full = known.finished().size() == BaselineChain.KEPT_WINDOWS;
    long start = draft.context().window().start().toEpochMilli();
    return !full || start > known.finished().get(0).endMillis();
  }

  private void release(DigestDraft first, BaselineChain known, Collector<DigestDraft> out)
      throws Exception {
    Deque<DigestDraft> ready = new ArrayDeque<>(List.of(first));
    BaselineChain current = known;
    while (!ready.isEmpty()) {
      DigestDraft draft = ready.remove();
      BaselineSnapshot previous = previous(draft, current);
      BaselineDelta delta =
          BaselineComparison.compare(previous, topics(draft), quality(draft), draft.related());
      out.collect(draft.isOpen() ? draft.withDelta(delta) : draft);
      if (draft.context().window().kind() == WindowKind.SCHEDULED) {
        current = current.with(finished(draft, previous, delta));
        ready.addAll(takeWaitingFor(windowId(draft)));
      }
    }
    chain.update(current);
  }

  private static BaselineSnapshot previous(DigestDraft draft, BaselineChain known) {
    String predecessor = draft.admission().predecessorId();
    BaselineChain.Finished found = predecessor == null ? null : known.find(predecessor);
    return found == null || found.snapshot() == null ? draft.storedBaseline() : found.snapshot();
  }

  /**
   * A window without a digest hands on the baseline that it had itself. Titles are kept as hashes:
   * an erasure does not reach this state.
   */
  private static BaselineChain.Finished finished(
      DigestDraft draft, BaselineSnapshot previous, BaselineDelta delta) {
    BaselineSnapshot own = previous;
    if (draft.payload(Stage.SYNTHESIS_AGENT, Synthesis.class).isPresent()) {
      own =
          BaselineComparison.snapshot(
              draft.context().window(), topics(draft), delta, quality(draft));
    }
    return new BaselineChain.Finished(
        windowId(draft),
        draft.context().window().end().toEpochMilli(),
        own == null ? null : BaselineComparison.withoutTitles(own));
  }

  private List<DigestDraft> takeWaitingFor(String finishedId) throws Exception {
    List<DigestDraft> ready = new ArrayList<>();
    for (DigestDraft draft : waiting.values()) {
      if (finishedId.equals(draft.admission().predecessorId())) {
        ready.add(draft);
      }
    }
    for (DigestDraft draft : ready) {
      waiting.remove(windowId(draft));
    }
    return ready;
  }

  private static Topics topics(DigestDraft draft) {
    return draft.payload(Stage.TOPIC_AGENT, Topics.class).orElse(new Topics(List.of()));
  }

  private static Double quality(DigestDraft draft) {
    return draft
        .payload(Stage.EVALUATION_AGENT, Evaluation.class)
        .map(BaselineComparison::weakestScore)
        .orElse(null);
  }

  private static String windowId(DigestDraft draft) {
    return draft.context().window().windowId();
  }
}
