package org.groupdigest.connectors.contextstore;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Sends each request once and reads a bounded answer. No redirect is followed: texts and a key go
 * where they were sent, and nowhere else.
 */
final class ContextStoreHttp implements AutoCloseable {
  private final OkHttpClient client;
  private final long maxAnswerBytes;

  /** Does not connect yet. */
  ContextStoreHttp(ContextStoreConfig config) {
    this.maxAnswerBytes = config.maxAnswerBytes();
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(config.maxRequests());
    dispatcher.setMaxRequestsPerHost(config.maxRequests());
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(config.maxRequests(), 5, TimeUnit.MINUTES))
            .connectTimeout(config.callTimeout())
            // The timeout of the whole call is the only other one.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /**
   * The body of a successful answer; else fails with an {@link HttpStatusException}, a {@link
   * TimeoutException}, another {@link IOException}, or a bad answer.
   *
   * @param timeout from now to the last byte; a request that is given up is cancelled
   */
  CompletableFuture<byte[]> send(Request request, Duration timeout) {
    if (timeout.toMillis() < 1) {
      return CompletableFuture.failedFuture(new TimeoutException());
    }
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Call call = client.newCall(request);
    call.enqueue(new Completion(answer));
    return answer
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((body, failure) -> cancelIf(failure != null, call));
  }

  private static void cancelIf(boolean givenUp, Call call) {
    if (givenUp) {
      call.cancel();
    }
  }

  private byte[] read(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      if (!response.isSuccessful()) {
        throw new HttpStatusException(response.code());
      }
      BufferedSource source = body.source();
      if (source.request(maxAnswerBytes + 1)) {
        throw ContextStoreFailures.badAnswer();
      }
      return source.readByteArray();
    }
  }

  /** Cancels what is in flight; does not wait. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private final class Completion implements Callback {
    private final CompletableFuture<byte[]> answer;

    private Completion(CompletableFuture<byte[]> answer) {
      this.answer = answer;
    }

    @Override
    public void onFailure(Call call, IOException e) {
      answer.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
      try {
        answer.complete(read(response));
      } catch (IOException | RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }
  }
}
