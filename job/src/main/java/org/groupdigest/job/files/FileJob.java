package org.groupdigest.job.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.pipeline.ContextServices;
import org.groupdigest.job.pipeline.DigestServices;
import org.groupdigest.job.pipeline.DigestsPipeline;
import org.groupdigest.job.pipeline.PersistRetries;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.pipeline.ReadyWindow;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.pipeline.WindowsPipeline;
import org.groupdigest.job.window.InitialPolicies;
import org.groupdigest.job.window.WindowSettings;

/**
 * The same two pipelines over files: bounded input, no brokers and no stores. No watermark comes
 * before the end of the input, so nothing is late, whatever the order of files and lines.
 */
public final class FileJob {

  private final DigestSettings settings;
  private final WindowSettings windowSettings;
  private final DigestServices services;
  private final String piiKey;

  /**
   * @param settings what holds for every tenant
   * @param windowSettings times of the message window
   * @param services engines and stores
   * @param piiKey secret of the pseudonyms
   */
  public FileJob(
      DigestSettings settings,
      WindowSettings windowSettings,
      DigestServices services,
      String piiKey) {
    this.settings = settings;
    this.windowSettings = windowSettings;
    this.services = services;
    this.piiKey = piiKey;
  }

  /** Adds sources, pipelines and sinks to an environment; parts are written into a folder. */
  public void assemble(
      StreamExecutionEnvironment env, List<Path> files, ImportOptions options, Path parts) {
    SingleOutputStreamOperator<RawRecord> messages = messages(env, files, options);
    WindowsPipeline.Outputs windows =
        new WindowsPipeline(
                settings,
                windowSettings,
                settings.context(),
                InitialPolicies.none(),
                piiKey,
                ContextServices.none())
            .assemble(
                new WindowsPipeline.Inputs(
                    messages.rebalance(),
                    nothing(env, Uids.REQUESTS_SOURCE),
                    nothing(env, Uids.POLICIES_SOURCE),
                    nothing(env, Uids.ERASURES_SOURCE)));
    DigestsPipeline.Outputs digests =
        new DigestsPipeline(settings, InitialPolicies.none(), services, PersistRetries.DEFAULT)
            .assemble(ready(windows.ready()), windows.policies());
    sink(messages.getSideOutput(ReadFilesFunction.REPORTS), parts, "files", "file-reports");
    sink(files(digests.digests()), parts, "digests", Uids.DIGESTS_SINK);
    sink(windows.ledger(), parts, "ledger", Uids.LEDGER_SINK);
    sink(
        windows.deadLetters().union(digests.deadLetters()),
        parts,
        "dead-letters",
        Uids.LETTERS_SINK);
  }

  private static SingleOutputStreamOperator<RawRecord> messages(
      StreamExecutionEnvironment env, List<Path> files, ImportOptions options) {
    return env.fromSource(
            new NumberSequenceSource(0, files.size() - 1L),
            WatermarkStrategy.noWatermarks(),
            "files")
        .uid("files")
        .process(new ReadFilesFunction(files, options))
        .returns(TypeInformation.of(RawRecord.class))
        .uid(Uids.MESSAGES_SOURCE)
        .name("read files");
  }

  private static DataStream<RawRecord> nothing(StreamExecutionEnvironment env, String uid) {
    return env.fromSource(
            new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), "nothing")
        .uid(uid + "-numbers")
        .flatMap((Long number, Collector<RawRecord> out) -> {})
        .returns(TypeInformation.of(RawRecord.class))
        .uid(uid)
        .name("nothing");
  }

  private static DataStream<ReadyWindow> ready(DataStream<WindowContext> windows) {
    return windows
        .map(
            context ->
                new ReadyWindow(context, new SourcePosition(context.window().windowId(), 0, 0)))
        .returns(TypeInformation.of(ReadyWindow.class))
        .uid(Uids.READY_SOURCE)
        .name("hand over");
  }

  private DataStream<DigestFile> files(DataStream<DigestRecord> digests) {
    Map<String, String> linkPatterns = new HashMap<>(settings.linkPatterns());
    return digests
        .map(
            digest -> {
              ReadProgress.OF_THIS_PROCESS.made();
              return DigestFile.of(digest, linkPatterns);
            })
        .returns(TypeInformation.of(DigestFile.class))
        .uid("digest-files")
        .name("lay out files");
  }

  private static <T> void sink(DataStream<T> stream, Path parts, String name, String uid) {
    stream.sinkTo(new JsonLinesSink<>(parts, name)).uid(uid).name("write " + name);
  }
}
