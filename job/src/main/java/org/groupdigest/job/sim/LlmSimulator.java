package org.groupdigest.job.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.groupdigest.job.sim.fault.SimFaults;

/**
 * A running simulator on loopback. Below {@link #url} it has {@code /v1/...} for OpenAI's protocol,
 * {@code /api/v2/oauth} and {@code /api/v1/...} for GigaChat's, and {@code /control/...}.
 *
 * <pre>{@code
 * try (LlmSimulator simulator = LlmSimulator.start(SimConfig.defaults())) {
 *   client.ask(simulator.openAiUrl(), ...);
 *   simulator.faults(SimFaults.none().with(Fault.RATE_LIMITED, 0.3));
 *   simulator.log().totals().paid();
 * }
 * }</pre>
 */
public final class LlmSimulator implements AutoCloseable {

  private static final int THREADS = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int BACKLOG = 256;

  private final SimConfig config;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Delays delays;
  private final SimLog log;
  private final Sender sender;
  private final AtomicReference<SimFaults> faults;

  private LlmSimulator(SimConfig config, HttpServer server, SimLog log, Delays delays) {
    this.config = config;
    this.server = server;
    this.log = log;
    this.delays = delays;
    this.faults = new AtomicReference<>(config.faults());
    this.threads = Executors.newFixedThreadPool(THREADS, LlmSimulator::thread);
    this.sender = new Sender(log, config.clock(), delays, threads);
  }

  /** Starts a simulator; an {@link IOException} when the port is taken or the log not writable. */
  public static LlmSimulator start(SimConfig config) throws IOException {
    return start(config, new ScheduledDelays());
  }

  static LlmSimulator start(SimConfig config, Delays delays) throws IOException {
    // Head and body of an answer are sent one after the other, and without this the body waits up
    // to 40 ms for the client to acknowledge the head. Read once, when the first server is made.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), BACKLOG);
    try {
      LlmSimulator simulator =
          new LlmSimulator(config, server, SimLog.open(config.logFile()), delays);
      simulator.open();
      return simulator;
    } catch (IOException e) {
      server.stop(0);
      throw e;
    }
  }

  private void open() {
    ModelDesk desk = new ModelDesk(config.latency());
    IssuedTokens tokens = new IssuedTokens(config.clock(), config.tokenLifetime());
    TokenDesk tokenDesk = new TokenDesk(config.key(), tokens);
    ControlDesk control = new ControlDesk(log, faults);
    route("/v1", reception(new OpenAiWire(config.key()), desk)::plan);
    route("/api/v1", reception(new GigaChatWire(tokens), desk)::plan);
    route("/api/v2/oauth", request -> Reception.plain(request, tokenDesk.answer(request)));
    server.createContext("/control", exchange -> control(exchange, control));
    server.setExecutor(threads);
    server.start();
  }

  private Reception reception(Wire wire, ModelDesk desk) {
    return new Reception(wire, desk, log, faults, config.seed());
  }

  private void route(String path, Function<Incoming, Planned> plan) {
    server.createContext(path, exchange -> sender.send(exchange, planned(exchange, plan)));
  }

  /** A mistake in here is a server error to the client: every request gets its end. */
  private Planned planned(HttpExchange exchange, Function<Incoming, Planned> plan)
      throws IOException {
    Incoming request = Incoming.read(exchange, config.clock().instant());
    try {
      return plan.apply(request);
    } catch (RuntimeException e) {
      String what = "simulator: " + e.getClass().getSimpleName();
      return Reception.plain(request, new OpenAiWire(null).refusal(Refusal.SERVER_ERROR, what));
    }
  }

  private void control(HttpExchange exchange, ControlDesk desk) throws IOException {
    SimReply reply = desk.answer(Incoming.read(exchange, config.clock().instant()));
    Sender.sendUnlogged(exchange, reply);
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it is, without a path. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Base of OpenAI's protocol. */
  public URI openAiUrl() {
    return url().resolve("/v1");
  }

  /** Base of GigaChat's protocol. */
  public URI gigaChatUrl() {
    return url().resolve("/api/v1");
  }

  /** Where GigaChat's protocol gets its tokens. */
  public URI gigaChatAuthUrl() {
    return url().resolve("/api/v2/oauth");
  }

  /** Every request so far. */
  public SimLog log() {
    return log;
  }

  /** What may go wrong now. */
  public SimFaults faults() {
    return faults.get();
  }

  /** Changes what may go wrong, from the next request on. */
  public void faults(SimFaults changed) {
    faults.set(changed);
  }

  /** Drops all connections, also those that are held, and closes the log. */
  @Override
  public void close() {
    server.stop(0);
    delays.close();
    threads.shutdownNow();
    try {
      log.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the log", e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "simulated-model");
    thread.setDaemon(true);
    return thread;
  }
}
