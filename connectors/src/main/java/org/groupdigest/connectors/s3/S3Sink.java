package org.groupdigest.connectors.s3;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.sink.BatchSender;
import org.groupdigest.connectors.sink.OrderedSink;

/**
 * Stores and removes objects, at least once and in order, see {@link OrderedSink}. An object that
 * is there with the same content is not written again, and a newer version is never replaced by an
 * older one, so that a replay changes nothing. Objects are kept in memory and in checkpoints until
 * they are stored; this is for documents and pictures, not for films.
 *
 * <pre>{@code
 * S3Config config = S3Config.aws("archive", "eu-central-1", S3Credentials.ofProcess());
 * stream.sinkTo(
 *     S3Sink.<Page>builder(config).setElementConverter((page, context) -> S3Write.put(page.toObject())).build());
 * }</pre>
 *
 * @param <InputT> elements of the stream
 */
public final class S3Sink<InputT> extends OrderedSink<InputT, S3Write> {
  private static final long serialVersionUID = 1L;

  private final S3Config config;

  S3Sink(S3SinkBuilder<InputT> builder, S3Config config) {
    super(builder);
    this.config = config;
  }

  /** A builder of sinks to a bucket. */
  public static <InputT> S3SinkBuilder<InputT> builder(S3Config config) {
    return new S3SinkBuilder<>(config);
  }

  @Override
  protected BatchSender<S3Write> openSender() {
    return new S3Sender(SharedClients.ofProcess().lease(config, () -> S3Objects.open(config)));
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<S3Write>> getWriterStateSerializer() {
    return new S3WriteStateSerializer();
  }
}
