package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.window.LateMessage;

/**
 * Turns what the pipelines produce into events. They bear the event time of what they speak of, so
 * that a replay says the same.
 */
public final class WindowEvents {

  private static final TypeInformation<EventEnvelope> EVENT =
      TypeInformation.of(EventEnvelope.class);
  private static final Events EVENTS = new Events("group-digest/windows");
  private static final int FIRST_ATTEMPT = 1;

  private WindowEvents() {}

  /** Windows, their counts, late messages, erasures and dead letters of the windows pipeline. */
  public static DataStream<EventEnvelope> of(WindowsPipeline.Outputs windows) {
    DataStream<EventEnvelope> ready =
        windows
            .ready()
            .flatMap(WindowEvents::ready)
            .returns(EVENT)
            .uid(Uids.READY_EVENTS)
            .name("window events");
    DataStream<EventEnvelope> late =
        windows
            .late()
            .map(WindowEvents::late)
            .returns(EVENT)
            .uid(Uids.LATE_EVENTS)
            .name("late events");
    DataStream<EventEnvelope> erased =
        windows
            .erasures()
            .map(erasure -> EVENTS.erased(erasure))
            .returns(EVENT)
            .uid(Uids.ERASED_EVENTS)
            .name("erasures");
    DataStream<EventEnvelope> letters =
        windows
            .deadLetters()
            .map(letter -> EVENTS.deadLetter(letter, letter.firstSeenAt()))
            .returns(EVENT)
            .uid(Uids.INGEST_LETTERS)
            .name("dead letters of ingest");
    return ready.union(late, erased, letters);
  }

  /** Dead letters of the digests pipeline. */
  public static DataStream<EventEnvelope> ofGeneration(DataStream<DeadLetter> letters) {
    return letters
        .map(letter -> EVENTS.generationDeadLetter(letter, letter.firstSeenAt()))
        .returns(EVENT)
        .uid(Uids.GENERATION_LETTERS)
        .name("dead letters of generation");
  }

  /** Retention requests that could not be read. */
  public static DataStream<EventEnvelope> ofRetention(DataStream<DeadLetter> letters) {
    return letters
        .map(letter -> EVENTS.deadLetter(letter, letter.firstSeenAt()))
        .returns(EVENT)
        .uid(Uids.RETENTION_LETTERS)
        .name("dead letters of retention");
  }

  private static void ready(WindowContext context, Collector<EventEnvelope> out) {
    out.collect(EVENTS.windowReady(context, FIRST_ATTEMPT, context.window().end()));
    out.collect(EVENTS.contextPrepared(context, FIRST_ATTEMPT, context.window().end()));
  }

  private static EventEnvelope late(LateMessage late) {
    return EVENTS.messageLate(
        new GroupKey(late.tenantId(), late.groupId()),
        late.message(),
        late.position(),
        late.traceId(),
        late.message().postedAt());
  }
}
