package org.groupdigest.connectors.s3;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.sink.EntryStore;

/** The sink's view of a bucket, on a client that it shares. */
final class S3EntryStore implements EntryStore<S3Object> {
  private final Lease<S3Objects> lease;

  S3EntryStore(Lease<S3Objects> lease) {
    this.lease = lease;
  }

  @Override
  public CompletionStage<?> check() {
    return lease.client().calls().check();
  }

  @Override
  public CompletionStage<?> write(S3Object object) {
    return lease.client().calls().put(object);
  }

  @Override
  public long sizeInBytes(S3Object object) {
    long content = object.bytes().length;
    return content + object.key().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void close() {
    lease.close();
  }
}
