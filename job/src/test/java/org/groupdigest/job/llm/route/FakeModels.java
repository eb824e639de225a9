package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.EmbeddingReply;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/** A provider that answers as the test wrote it down, after the time that the test wants. */
final class FakeModels implements LlmClient {

  /** A request as it came, what it got, and when both were. */
  record Sent(ChatRequest request, ChatReply reply, Instant from, Instant to) {

    String model() {
      return request.model();
    }
  }

  /** What to answer, and after how long. */
  record Step(ChatReply reply, Duration latency) {

    Step after(Duration time) {
      return new Step(reply, time);
    }
  }

  private final VirtualTime time;
  private final Map<String, Deque<Step>> scripts = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private Function<ChatRequest, Step> otherwise = request -> answer("fine");
  private int inFlight;
  private int mostInFlight;

  FakeModels(VirtualTime time) {
    this.time = time;
  }

  static Step answer(String text) {
    return new Step(new ChatReply.Answered(text, "reported", 100, 20, false), Duration.ZERO);
  }

  static Step failure(Kind kind) {
    return new Step(new ChatReply.Failed(LlmFailure.of(kind, "test")), Duration.ZERO);
  }

  static Step failure(Kind kind, Duration retryAfter) {
    return new Step(new ChatReply.Failed(new LlmFailure(kind, retryAfter, "test")), Duration.ZERO);
  }

  /** The next answers of a model. */
  FakeModels script(String model, Step... steps) {
    scripts.computeIfAbsent(model, name -> new ArrayDeque<>()).addAll(List.of(steps));
    return this;
  }

  /** What is answered where nothing is written down. */
  FakeModels otherwise(Function<ChatRequest, Step> steps) {
    otherwise = steps;
    return this;
  }

  List<Sent> sent() {
    return sent;
  }

  List<String> models() {
    return sent.stream().map(Sent::model).toList();
  }

  /** When requests came, since the start. */
  List<Duration> times() {
    return sent.stream().map(one -> Duration.between(VirtualTime.START, one.from())).toList();
  }

  int mostInFlight() {
    return mostInFlight;
  }

  @Override
  public CompletionStage<ChatReply> chat(ChatRequest request) {
    Deque<Step> script = scripts.getOrDefault(request.model(), new ArrayDeque<>());
    Step written = script.isEmpty() ? otherwise.apply(request) : script.remove();
    Step step =
        written.latency().compareTo(request.timeout()) > 0
            ? failure(Kind.TIMEOUT).after(request.timeout())
            : written;
    sent.add(new Sent(request, step.reply(), time.instant(), time.instant().plus(step.latency())));
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    CompletableFuture<ChatReply> reply = new CompletableFuture<>();
    if (step.latency().isZero()) {
      inFlight--;
      reply.complete(step.reply());
    } else {
      time.after(
          step.latency(),
          () -> {
            inFlight--;
            reply.complete(step.reply());
          });
    }
    return reply;
  }

  @Override
  public CompletionStage<EmbeddingReply> embed(EmbeddingRequest request) {
    throw new UnsupportedOperationException("the router asks for no vectors");
  }

  @Override
  public void close() {}
}
