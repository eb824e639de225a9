package org.groupdigest.connectors.qdrant;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.testing.FreePorts;

/**
 * A server of Qdrant's protocol on a free loopback port that keeps collections and points in
 * memory: what a store does for its clients, without a Qdrant. It can be slow, refuse, die, and
 * come back on its port with what it had.
 *
 * <pre>{@code
 * try (FakeQdrantServer qdrant = FakeQdrantServer.start()) {
 *   QdrantPoints points = QdrantPoints.open(QdrantConfig.of("localhost", qdrant.port()), "");
 * }
 * }</pre>
 */
public final class FakeQdrantServer implements AutoCloseable {
  private static final Metadata.Key<String> API_KEY =
      Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

  private static final long PATIENCE_SECONDS = 10;

  private final FakeCollections collections = new FakeCollections();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CopyOnWriteArrayList<String> calls = new CopyOnWriteArrayList<>();
  private volatile Status refusal = Status.OK;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Optional<String> apiKey = Optional.empty();
  private volatile Server server;
  private final int port = FreePorts.any();

  private FakeQdrantServer() {}

  /** A server that runs and is empty. */
  public static FakeQdrantServer start() {
    FakeQdrantServer fake = new FakeQdrantServer();
    fake.comeBack();
    return fake;
  }

  /** Where it listens, on {@code localhost}. */
  public int port() {
    return port;
  }

  /** What it keeps. */
  public FakeCollections collections() {
    return collections;
  }

  /** Names of the methods that were called, refused ones included. */
  public Iterable<String> calls() {
    return calls;
  }

  /** How many calls there were. */
  public int callCount() {
    return calls.size();
  }

  /** From now on answers every call with this status. */
  public void refuse(Status status) {
    refusal = status;
  }

  /** Answers again. */
  public void accept() {
    refusal = Status.OK;
  }

  /** From now on wants this API key. */
  public void requireApiKey(String key) {
    apiKey = Optional.of(key);
  }

  /** Holds all calls, from now on, until {@link #release()}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Lets the calls go that are held, and answers others at once. */
  public void release() {
    gate.countDown();
  }

  /** Closes the port; connections break off. What is kept stays. */
  public void die() {
    release();
    server.shutdownNow();
    uninterrupted(() -> server.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Listens again, on the same port. */
  public void comeBack() {
    try {
      server =
          Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
              .executor(threads)
              .addService(new FakePointsService(collections))
              .addService(new FakeCollectionsService(collections))
              .intercept(new Mood())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    die();
    threads.shutdownNow();
    uninterrupted(() -> threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private interface Wait {
    void await() throws InterruptedException;
  }

  private static void uninterrupted(Wait wait) {
    try {
      wait.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Mood implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      calls.add(call.getMethodDescriptor().getBareMethodName());
      boolean stranger = apiKey.isPresent() && !apiKey.get().equals(headers.get(API_KEY));
      Status status = stranger ? Status.UNAUTHENTICATED : refusal;
      if (!status.isOk()) {
        call.close(status, new Metadata());
        return new ServerCall.Listener<>() {};
      }
      uninterrupted(gate::await);
      return next.startCall(call, headers);
    }
  }
}
