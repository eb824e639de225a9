package org.groupdigest.job.pipeline;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.window.ClosedWindow;
import org.groupdigest.job.window.GroupEvent;
import org.groupdigest.job.window.InitialPolicies;
import org.groupdigest.job.window.LateMessage;
import org.groupdigest.job.window.MessageWindowFunction;
import org.groupdigest.job.window.WindowSettings;
import org.groupdigest.job.window.WindowState;

/**
 * From raw records to windows with their context. Knows no source and no sink: those are the
 * caller's, so that the same graph runs on Kafka, on files and in tests.
 */
public final class WindowsPipeline {

  /**
   * What goes in.
   *
   * @param messages records of {@code group.message.ingested}, with watermarks
   * @param requests records of {@code digest.generate.requested}
   * @param policies records of {@code digest.tenant.policy}
   * @param erasures records of {@code digest.erasure.requested}
   */
  public record Inputs(
      DataStream<RawRecord> messages,
      DataStream<RawRecord> requests,
      DataStream<RawRecord> policies,
      DataStream<RawRecord> erasures) {}

  /**
   * What comes out.
   *
   * @param ready windows with their context
   * @param policies valid policies, for the digests pipeline
   * @param late messages that a window no longer took
   * @param deadLetters records that could not be read
   * @param ledger absolute counts by group and day
   * @param erasures messages and senders that must go from everything that is stored
   */
  public record Outputs(
      DataStream<WindowContext> ready,
      DataStream<TenantPolicy> policies,
      DataStream<LateMessage> late,
      DataStream<DeadLetter> deadLetters,
      DataStream<LedgerEntry> ledger,
      DataStream<Erasure> erasures) {}

  /** Whole windows wait here, and lie in every checkpoint while they do. */
  private static final int HISTORY_CAPACITY = 32;

  private final DigestSettings settings;
  private final WindowSettings windowSettings;
  private final ContextSettings contextSettings;
  private final InitialPolicies initialPolicies;
  private final String piiKey;
  private final ContextServices contexts;

  /**
   * @param settings what holds without a policy
   * @param windowSettings times of the message window
   * @param contextSettings how context is assembled
   * @param initialPolicies policies known at the start
   * @param piiKey secret of the pseudonyms
   * @param contexts where earlier messages are found, besides keyed state
   */
  public WindowsPipeline(
      DigestSettings settings,
      WindowSettings windowSettings,
      ContextSettings contextSettings,
      InitialPolicies initialPolicies,
      String piiKey,
      ContextServices contexts) {
    this.settings = settings;
    this.windowSettings = windowSettings;
    this.contextSettings = contextSettings;
    this.initialPolicies = initialPolicies;
    this.piiKey = piiKey;
    this.contexts = contexts;
  }

  /** Adds the pipeline to the graph that the inputs belong to. */
  public Outputs assemble(Inputs inputs) {
    SingleOutputStreamOperator<TenantPolicy> policies =
        inputs
            .policies()
            .process(new ParsePoliciesFunction(piiKey))
            .returns(TypeInformation.of(TenantPolicy.class))
            .uid(Uids.PARSE_POLICIES)
            .name("parse policies");
    SingleOutputStreamOperator<GroupEvent> messages =
        inputs
            .messages()
            .connect(policies.broadcast(ParseMessagesFunction.POLICIES))
            .process(new ParseMessagesFunction(piiKey, initialPolicies, settings.phoneRegions()))
            .returns(TypeInformation.of(GroupEvent.class))
            .uid(Uids.PARSE_MESSAGES)
            .name("parse, validate and mask messages");
    SingleOutputStreamOperator<GroupEvent> requests =
        inputs
            .requests()
            .process(new ParseRequestsFunction(piiKey))
            .returns(TypeInformation.of(GroupEvent.class))
            .uid(Uids.PARSE_REQUESTS)
            .name("parse requests");
    SingleOutputStreamOperator<GroupEvent> erasures =
        inputs
            .erasures()
            .process(new ParseErasuresFunction(piiKey))
            .returns(TypeInformation.of(GroupEvent.class))
            .uid(Uids.PARSE_ERASURES)
            .name("parse erasures");
    SingleOutputStreamOperator<ClosedWindow> windows =
        windows(messages.union(requests, erasures), policies.broadcast(WindowState.POLICIES));
    return new Outputs(
        assembleContext(history(windows)),
        policies,
        windows.getSideOutput(MessageWindowFunction.LATE_TAG),
        DeadLetterTag.of(messages)
            .union(
                DeadLetterTag.of(requests), DeadLetterTag.of(policies), DeadLetterTag.of(erasures)),
        windows.getSideOutput(MessageWindowFunction.LEDGER_TAG),
        windows.getSideOutput(MessageWindowFunction.ERASED_TAG));
  }

  private SingleOutputStreamOperator<ClosedWindow> windows(
      DataStream<GroupEvent> events, BroadcastStream<TenantPolicy> policies) {
    return events
        .keyBy(event -> new GroupKey(event.tenantId(), event.groupId()).encoded(), Types.STRING)
        .connect(policies)
        .process(new MessageWindowFunction(settings, windowSettings, initialPolicies))
        .returns(TypeInformation.of(ClosedWindow.class))
        .uid(Uids.MESSAGE_WINDOW)
        .name("keep messages, cut windows");
  }

  /** In order, so that the windows of a group go on as they closed. */
  private DataStream<ClosedWindow> history(DataStream<ClosedWindow> windows) {
    return AsyncDataStream.orderedWait(
            windows,
            new ContextHistoryFunction(contexts, contextSettings),
            settings.stores().contextStorage().timeout().toMillis(),
            TimeUnit.MILLISECONDS,
            HISTORY_CAPACITY)
        .returns(TypeInformation.of(ClosedWindow.class))
        .uid(Uids.CONTEXT_HISTORY)
        .name("look up earlier messages");
  }

  private DataStream<WindowContext> assembleContext(DataStream<ClosedWindow> windows) {
    return windows
        .process(new AssembleContextFunction(contextSettings))
        .returns(TypeInformation.of(WindowContext.class))
        .uid(Uids.ASSEMBLE_CONTEXT)
        .name("assemble context");
  }
}
