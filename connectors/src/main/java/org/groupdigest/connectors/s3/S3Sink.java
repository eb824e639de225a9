package org.groupdigest.connectors.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.sink.EntryStore;
import org.groupdigest.connectors.sink.EntryStoreSink;
import org.groupdigest.connectors.sink.FailureHandling;
import org.groupdigest.connectors.sink.SinkLimits;

/**
 * Stores each element as one object. An object that is there with the same content is not written
 * again, and a newer version is never replaced by an older one, so that a replay changes nothing.
 * Objects are kept in memory and in checkpoints until they are stored; this is for documents and
 * pictures, not for films.
 *
 * <pre>{@code
 * S3Config config = S3Config.aws("archive", "eu-central-1", S3Credentials.ofProcess());
 * stream.sinkTo(
 *     S3Sink.<Page>builder(config).setElementConverter((page, context) -> page.toObject()).build());
 * }</pre>
 *
 * @param <T> elements of the stream
 */
public final class S3Sink<T> extends EntryStoreSink<T, S3Object> {
  private static final long serialVersionUID = 1L;

  private final S3Config config;

  S3Sink(
      S3Config config,
      ElementConverter<T, S3Object> converter,
      SinkLimits limits,
      FailureHandling<S3Object> failures) {
    super(converter, limits, failures);
    this.config = config;
  }

  /** A builder of sinks to a bucket. */
  public static <T> S3SinkBuilder<T> builder(S3Config config) {
    return new S3SinkBuilder<>(config);
  }

  @Override
  protected EntryStore<S3Object> openStore() throws IOException {
    try {
      return new S3EntryStore(SharedClients.ofProcess().lease(config, this::openClient));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private S3Objects openClient() {
    try {
      return S3Objects.open(config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<S3Object>> getWriterStateSerializer() {
    return new S3ObjectStateSerializer();
  }
}
