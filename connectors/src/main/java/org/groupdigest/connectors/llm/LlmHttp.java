package org.groupdigest.connectors.llm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * Sends each request exactly once and reads a bounded answer. Futures complete on OkHttp's threads,
 * never exceptionally.
 */
final class LlmHttp implements AutoCloseable {
  private static final long MAX_ERROR_BYTES = 64 << 10;

  private final OkHttpClient client;
  private final long maxAnswerBytes;
  private volatile boolean closed;

  /** A client within these limits; does not connect yet. */
  LlmHttp(HttpOptions options) {
    this.maxAnswerBytes = options.maxAnswerBytes();
    this.client = build(options);
  }

  private static OkHttpClient build(HttpOptions options) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(options.maxRequests());
    dispatcher.setMaxRequestsPerHost(options.maxRequests());
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(options.maxRequests(), 5, TimeUnit.MINUTES))
            .connectTimeout(options.connectTimeout())
            // The timeout of the whole call, set for each, is the only other one.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .retryOnConnectionFailure(false)
            // A key and a prompt go where they were sent, and nowhere else.
            .followRedirects(false)
            .followSslRedirects(false);
    if (options.caFile() != null) {
      TrustedCertificates trusted = TrustedCertificates.with(Path.of(options.caFile()));
      builder.sslSocketFactory(trusted.sockets(), trusted.manager());
    }
    return builder.build();
  }

  /**
   * Sends a request.
   *
   * @param timeout from the start of the connection to the last byte of the answer; waiting for one
   *     of {@link HttpOptions#maxRequests()} places does not count
   */
  CompletableFuture<HttpReply> post(Request request, Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      return CompletableFuture.completedFuture(HttpReply.Broken.of(Kind.TIMEOUT, "no_time_left"));
    }
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    Call call = client.newCall(request);
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    call.enqueue(new Completion(reply));
    return reply;
  }

  private HttpReply read(Response response) {
    try (ResponseBody body = response.body()) {
      return response.isSuccessful() ? answer(response, body) : error(response, body);
    } catch (ProtocolException | EOFException e) {
      return HttpReply.Broken.of(Kind.MALFORMED, "cut_answer");
    } catch (IOException e) {
      return broken(e);
    }
  }

  private HttpReply answer(Response response, ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (source.request(maxAnswerBytes + 1)) {
      return HttpReply.Broken.of(Kind.MALFORMED, "answer_too_long");
    }
    return new HttpReply.Complete(response.code(), response.headers(), source.readUtf8());
  }

  /** The status is the news; what explains it may be long, cut or missing. */
  private static HttpReply error(Response response, ResponseBody body) {
    String text;
    try {
      body.source().request(MAX_ERROR_BYTES);
      long available = Math.min(MAX_ERROR_BYTES, body.source().getBuffer().size());
      text = body.source().readUtf8(available);
    } catch (IOException e) {
      text = "";
    }
    return new HttpReply.Complete(response.code(), response.headers(), text);
  }

  private HttpReply broken(IOException e) {
    if (closed) {
      return HttpReply.Broken.of(Kind.UNREACHABLE, "closed");
    }
    // The connection's own timeout is a SocketTimeoutException: nothing was sent yet.
    boolean late = e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    return HttpReply.Broken.of(
        late ? Kind.TIMEOUT : Kind.UNREACHABLE, late ? "timeout" : e.getClass().getSimpleName());
  }

  /** Cancels what is in flight, which then fails as unreachable; does not wait. */
  @Override
  public void close() {
    closed = true;
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private final class Completion implements Callback {
    private final CompletableFuture<HttpReply> reply;

    private Completion(CompletableFuture<HttpReply> reply) {
      this.reply = reply;
    }

    @Override
    public void onFailure(Call call, IOException e) {
      reply.complete(broken(e));
    }

    @Override
    public void onResponse(Call call, Response response) {
      reply.complete(read(response));
    }
  }
}
