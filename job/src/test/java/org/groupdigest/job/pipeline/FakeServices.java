package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.persist.WindowErasures;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.stores.vectors.RelatedTopics;
import org.groupdigest.job.testing.ScriptedEngine;

/** Services of a test: scripted engines, stores in memory. Never travels anywhere. */
final class FakeServices implements DigestServices, DigestServices.Opened {

  private static final long serialVersionUID = 1L;

  final transient ScriptedEngine model = new ScriptedEngine("model-1");
  final transient ScriptedEngine builtIn = new ScriptedEngine("extractive-1");
  final transient List<StageArtifact> kept = new ArrayList<>();
  transient StageEngine engine = model;
  CallPlan plan = CallPlan.separate();
  transient BaselineStore baselines =
      (group, hours, start) -> CompletableFuture.completedFuture(Optional.empty());
  transient WindowErasures erasures = WindowErasures.none();
  transient RelatedTopics related = RelatedTopics.none();
  transient DigestWriter writer =
      write -> CompletableFuture.completedFuture(new PersistOutcome.Written(write.attempt()));
  transient boolean closed;

  @Override
  public CallPlan callPlan() {
    return plan;
  }

  @Override
  public Opened open() {
    return this;
  }

  @Override
  public StageRunner stageRunner() {
    return new GuardedStageRunner(engine, builtIn, new StageGuard(), 0, Duration.ofMinutes(1));
  }

  @Override
  public CompletionStage<Void> keep(WindowContext window, StageArtifact artifact) {
    kept.add(artifact);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public WindowErasures erasures() {
    return erasures;
  }

  @Override
  public BaselineStore baselines() {
    return baselines;
  }

  @Override
  public RelatedTopics related() {
    return related;
  }

  @Override
  public DigestWriter writer() {
    return writer;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    closed = true;
  }
}
