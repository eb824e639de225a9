package org.groupdigest.job.pipeline;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.events.EventEnvelope;

/**
 * From what was deleted, and from what is kept no longer, to digests without it and to the events
 * that tell the derived stores. Beside the digests pipeline, so that slow stages do not hold up an
 * erasure. In order within a group; a store that is away holds up this branch alone.
 */
public final class ErasurePipeline {

  /** Waits for the store have no end. */
  private static final long NO_TIMEOUT = 0;

  private static final TypeInformation<EventEnvelope> EVENT =
      TypeInformation.of(EventEnvelope.class);

  /**
   * What goes in.
   *
   * @param erased records of {@code group.message.erased}
   * @param retention records of {@code digest.retention.requested}
   */
  public record Inputs(DataStream<RawRecord> erased, DataStream<RawRecord> retention) {}

  /**
   * What comes out.
   *
   * @param events digests that were made anew, and digests that are gone
   * @param unreadable erasures of a version that this job does not know
   * @param refused requests that could not be read
   */
  public record Outputs(
      DataStream<EventEnvelope> events,
      DataStream<DeadLetter> unreadable,
      DataStream<DeadLetter> refused) {}

  private final ErasureServices services;
  private final PersistRetries pauses;
  private final int capacity;
  private final String piiKey;

  /**
   * @param services the store
   * @param pauses how long the pauses between tries are
   * @param capacity erasures in flight at one parallel instance
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  public ErasurePipeline(
      ErasureServices services, PersistRetries pauses, int capacity, String piiKey) {
    this.services = services;
    this.pauses = pauses;
    this.capacity = capacity;
    this.piiKey = piiKey;
  }

  /** Adds the pipeline to the graph that the inputs belong to. */
  public Outputs assemble(Inputs inputs) {
    SingleOutputStreamOperator<Erasure> erasures =
        inputs
            .erased()
            .process(new ParseErasedFunction())
            .returns(TypeInformation.of(Erasure.class))
            .uid(Uids.PARSE_ERASED)
            .name("read erasures");
    SingleOutputStreamOperator<RetentionRequest> requests =
        inputs
            .retention()
            .process(new ParseRetentionFunction(piiKey))
            .returns(TypeInformation.of(RetentionRequest.class))
            .uid(Uids.PARSE_RETENTION)
            .name("parse retention requests");
    DataStream<EventEnvelope> erased =
        inOrder(erasures, erasure -> erasure.group().encoded(), new EraseFunction(services, pauses))
            .uid(Uids.ERASE)
            .name("erase from digests");
    DataStream<EventEnvelope> removed =
        inOrder(
                requests,
                request -> request.group().encoded(),
                new RemoveFunction(services, pauses))
            .uid(Uids.REMOVE)
            .name("remove digests");
    return new Outputs(
        erased.union(removed), DeadLetterTag.of(erasures), DeadLetterTag.of(requests));
  }

  private <I> SingleOutputStreamOperator<EventEnvelope> inOrder(
      DataStream<I> inputs, KeySelector<I, String> group, ErasureFunction<I> step) {
    return AsyncDataStream.orderedWait(
            inputs.keyBy(group, Types.STRING), step, NO_TIMEOUT, TimeUnit.MILLISECONDS, capacity)
        .returns(EVENT);
  }
}
