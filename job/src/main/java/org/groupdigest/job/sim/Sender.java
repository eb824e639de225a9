package org.groupdigest.job.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Sends planned answers when their time has come, and writes down how they ended. */
final class Sender {

  private final SimLog log;
  private final Clock clock;
  private final Delays delays;
  private final Executor executor;

  /**
   * @param executor sends, so that the schedule is never held up by a slow client
   */
  Sender(SimLog log, Clock clock, Delays delays, Executor executor) {
    this.log = log;
    this.clock = clock;
    this.delays = delays;
    this.executor = executor;
  }

  /** Takes an exchange over; the calling thread may go. */
  void send(HttpExchange exchange, Planned planned) {
    Duration passed = Duration.between(planned.call().arrivedAt(), clock.instant());
    Duration left = planned.latency().minus(passed);
    if (left.isNegative() || left.isZero()) {
      finish(exchange, planned);
    } else {
      delays.after(left, () -> executor.execute(() -> finish(exchange, planned)));
    }
  }

  private void finish(HttpExchange exchange, Planned planned) {
    switch (planned.reply().manner()) {
      case WHOLE -> whole(exchange, planned);
      case CUT -> cut(exchange, planned);
      case DROPPED -> {
        log.add(planned.call().ended(clock.instant(), false));
        exchange.close();
      }
      // Open until the client or the server closes the connection.
      case HELD -> log.add(planned.call().ended(null, false));
    }
  }

  /** The log has it before the last byte goes, so that whoever was answered finds it there. */
  private void whole(HttpExchange exchange, Planned planned) {
    byte[] body = planned.reply().body().getBytes(StandardCharsets.UTF_8);
    boolean logged = false;
    try (exchange) {
      OutputStream out = begin(exchange, planned.reply(), body.length);
      int last = Math.max(0, body.length - 1);
      out.write(body, 0, last);
      out.flush();
      log.add(planned.call().ended(clock.instant(), true));
      logged = true;
      out.write(body, last, body.length - last);
      out.close();
    } catch (IOException clientIsGone) {
      if (!logged) {
        log.add(planned.call().ended(clock.instant(), false));
      }
    }
  }

  /** Sends what nobody wants to find in the log. */
  static void sendUnlogged(HttpExchange exchange, SimReply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      begin(exchange, reply, body.length).write(body);
    }
  }

  private void cut(HttpExchange exchange, Planned planned) {
    byte[] body = planned.reply().body().getBytes(StandardCharsets.UTF_8);
    log.add(planned.call().ended(clock.instant(), false));
    try (exchange) {
      OutputStream out = begin(exchange, planned.reply(), body.length);
      out.write(body, 0, body.length / 2);
      out.flush();
    } catch (IOException clientIsGone) {
      // It was not to get all of it anyway.
    }
  }

  private static OutputStream begin(HttpExchange exchange, SimReply reply, int length)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("X-Simulated", "true");
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    return exchange.getResponseBody();
  }
}
