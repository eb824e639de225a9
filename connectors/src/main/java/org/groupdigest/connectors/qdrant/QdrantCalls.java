package org.groupdigest.connectors.qdrant;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ChannelCredentials;
import io.grpc.Deadline;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsFutureStub;
import io.qdrant.client.grpc.PointsGrpc.PointsFutureStub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Calls over one channel, each with a deadline, none repeated: repeating is the business of who
 * calls. Calls that follow each other share a deadline, after which none of them begins. The
 * channel connects with the first call, and anew after it was lost.
 */
final class QdrantCalls implements AutoCloseable {
  /** A page of payloads may be larger than the 4 MiB that gRPC takes by itself. */
  private static final int MAX_ANSWER_BYTES = 32 * 1024 * 1024;

  private static final long CLOSE_SECONDS = 2;

  private final ManagedChannel channel;
  private final QdrantGrpcClient client;
  private final long timeoutMillis;

  private QdrantCalls(ManagedChannel channel, QdrantGrpcClient client, long timeoutMillis) {
    this.channel = channel;
    this.client = client;
    this.timeoutMillis = timeoutMillis;
  }

  /**
   * Opens a channel; succeeds while Qdrant is away.
   *
   * @param apiKey empty for none
   */
  static QdrantCalls open(QdrantConfig config, String apiKey) {
    ChannelCredentials credentials =
        config.tls() ? TlsChannelCredentials.create() : InsecureChannelCredentials.create();
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(config.host(), config.port(), credentials)
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .disableRetry()
            .build();
    // No look at the server's version: it would wait for the server.
    QdrantGrpcClient.Builder client = QdrantGrpcClient.newBuilder(channel, true, false);
    if (!apiKey.isEmpty()) {
      client.withApiKey(apiKey);
    }
    return new QdrantCalls(channel, client.build(), config.callTimeout().toMillis());
  }

  /** When what begins now must have ended. */
  Deadline deadline() {
    return Deadline.after(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  <T> CompletableFuture<T> points(
      Deadline deadline, Function<PointsFutureStub, ListenableFuture<T>> call) {
    return listen(call.apply(client.points().withDeadline(deadline)));
  }

  <T> CompletableFuture<T> collections(
      Deadline deadline, Function<CollectionsFutureStub, ListenableFuture<T>> call) {
    return listen(call.apply(client.collections().withDeadline(deadline)));
  }

  private <T> CompletableFuture<T> listen(ListenableFuture<T> answer) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Futures.addCallback(answer, new Handover<>(result), MoreExecutors.directExecutor());
    return result.whenComplete((value, failure) -> hurryWhenAway(failure));
  }

  /**
   * By itself a channel waits up to two minutes before it looks for a lost server again; here every
   * call that found none lets it look at once, so that the callers' own pauses set the pace.
   */
  private void hurryWhenAway(Throwable failure) {
    if (failure != null && QdrantFailures.isUnavailable(failure)) {
      channel.resetConnectBackoff();
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Handover<T>(CompletableFuture<T> result) implements FutureCallback<T> {
    @Override
    public void onSuccess(T value) {
      result.complete(value);
    }

    @Override
    public void onFailure(Throwable failure) {
      result.completeExceptionally(failure);
    }
  }
}
