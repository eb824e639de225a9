package org.groupdigest.job.pipeline;

import java.io.Serializable;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.WindowErasures;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stores.vectors.RelatedTopics;

/**
 * What the digests pipeline needs from outside: engines and stores. Travels with the job graph and
 * is opened once for each parallel instance of an operator; implementations share clients.
 */
public interface DigestServices extends Serializable {

  /** Which stages share a call; known before anything is opened. */
  CallPlan callPlan();

  /** Opens engines and stores. */
  Opened open() throws Exception;

  /** Opened engines and stores; nothing here blocks the calling thread. */
  interface Opened extends AutoCloseable {

    /** Runs stages. */
    StageRunner stageRunner();

    /**
     * Keeps a stage's artifact where the next hours look for it; completes normally even when the
     * store is away, because that store is never the truth.
     */
    CompletionStage<Void> keep(WindowContext window, StageArtifact artifact);

    /** Where it is known what was erased. */
    WindowErasures erasures();

    /** Where earlier digests are looked up. */
    BaselineStore baselines();

    /** Looks for earlier topics that resemble those of a digest. */
    RelatedTopics related();

    /** Where digests are written. */
    DigestWriter writer();

    /** Measures latencies. */
    Clock clock();

    @Override
    void close();
  }
}
