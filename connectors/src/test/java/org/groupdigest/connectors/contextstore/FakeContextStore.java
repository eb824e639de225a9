package org.groupdigest.connectors.contextstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.groupdigest.connectors.testing.FreePorts;

/**
 * A context storage on a free loopback port that keeps namespaces and documents in memory and finds
 * them by the cosine of their tokens, or newest first. It can be away, slow, wrong and unwilling,
 * die, and come back on its port with what it had.
 *
 * <pre>{@code
 * try (FakeContextStore service = FakeContextStore.start()) {
 *   ContextStoreClient client = ContextStoreClient.open(ContextStoreConfig.of(service.url()), "");
 * }
 * }</pre>
 */
public final class FakeContextStore implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeNamespaces namespaces = new FakeNamespaces();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Fault fault = Fault.NONE;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile String apiKey;
  private volatile MockWebServer server;
  private final int port = FreePorts.any();

  /** What goes wrong with every call. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** Answers 503. */
    UNAVAILABLE,
    /** Takes the request and says nothing. */
    HANG,
    /** Breaks the connection off after the request. */
    RESET,
    /** Breaks the connection off within the answer. */
    CUT,
    /** Answers with something that is not JSON. */
    GARBAGE,
    /** Answers with JSON of another form. */
    OTHER_FORM,
    /** Answers a byte each 50 ms. */
    DRIP,
    /** Sends the caller to another host. */
    REDIRECT,
    /** Says that the documents or the question are wrong. */
    REFUSE
  }

  private FakeContextStore() {}

  /** A service that runs and is empty. */
  public static FakeContextStore start() {
    FakeContextStore fake = new FakeContextStore();
    fake.comeBack();
    return fake;
  }

  /** Base URL, with a path of its own. */
  public String url() {
    return "http://localhost:" + port + "/memory/v1";
  }

  /** What it keeps. */
  public FakeNamespaces namespaces() {
    return namespaces;
  }

  /** Methods and undecoded paths below the base, of all calls so far. */
  public List<String> calls() {
    return calls;
  }

  /** From now on every call ends like this. */
  public void fail(Fault next) {
    fault = next;
  }

  /** From now on wants this bearer key. */
  public void requireKey(String key) {
    apiKey = key;
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
    try {
      server.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens again, on the same port. */
  public void comeBack() {
    try {
      server = new MockWebServer();
      server.setDispatcher(new Desk());
      server.start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    die();
  }

  private MockResponse answer(RecordedRequest request) {
    List<String> path = request.getRequestUrl().pathSegments();
    List<String> below = path.subList(2, path.size());
    calls.add(request.getMethod() + " " + below);
    if (apiKey != null && !("Bearer " + apiKey).equals(request.getHeader("Authorization"))) {
      return new MockResponse().setResponseCode(401);
    }
    return spoiled(request, below);
  }

  private MockResponse spoiled(RecordedRequest request, List<String> below) {
    return switch (fault) {
      case NONE -> served(request, below);
      case UNAVAILABLE -> new MockResponse().setResponseCode(503).setHeader("Retry-After", "0");
      case HANG -> new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);
      case RESET -> new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);
      case CUT ->
          served(request, below).setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY);
      case GARBAGE -> new MockResponse().setBody("<html>Welcome</html>");
      case OTHER_FORM -> new MockResponse().setBody("{\"documents\": [7], \"namespaces\": 1}");
      case DRIP -> served(request, below).throttleBody(1, 50, TimeUnit.MILLISECONDS);
      case REDIRECT ->
          new MockResponse().setResponseCode(307).setHeader("Location", "http://127.0.0.1:1/");
      case REFUSE -> new MockResponse().setResponseCode(422);
    };
  }

  private MockResponse served(RecordedRequest request, List<String> below) {
    JsonNode body = tree(request);
    String method = request.getMethod();
    if (method.equals("GET") && below.equals(List.of("namespaces"))) {
      return json(namespaces.list());
    }
    String name = below.get(1);
    if (method.equals("PUT") && below.size() == 2) {
      namespaces.ensure(name);
      return json(JSON.createObjectNode());
    }
    if (below.size() == 3) {
      return namespaces.upsert(name, body) ? json(JSON.createObjectNode()) : notFound();
    }
    JsonNode found = namespaces.search(name, body);
    return found == null ? notFound() : json(found);
  }

  private static JsonNode tree(RecordedRequest request) {
    try {
      return JSON.readTree(request.getBody().clone().readUtf8());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static MockResponse json(JsonNode body) {
    return new MockResponse()
        .setHeader("Content-Type", "application/json")
        .setBody(body.toString());
  }

  private static MockResponse notFound() {
    return new MockResponse().setResponseCode(404);
  }

  private final class Desk extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      gate.await();
      return answer(request);
    }
  }
}
