package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.answer.AnswerFit;
import org.groupdigest.job.sim.answer.EmbeddingVectors;
import org.groupdigest.job.sim.answer.SimulatedModel;
import org.groupdigest.job.sim.answer.TokenCounter;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.Liar;
import org.groupdigest.job.sim.prompt.PromptException;
import org.groupdigest.job.sim.prompt.PromptReader;
import org.groupdigest.job.sim.prompt.SimPrompt;

/** Decides how requests to models are answered; sends nothing. Safe to share between threads. */
final class ModelDesk {

  /** What a slow answer takes a multiple of where there is no latency. */
  private static final Duration LEAST_LATENCY = Duration.ofMillis(100);

  private final Duration latency;
  private final SimulatedModel model = new SimulatedModel();
  private final TokenCounter tokens = new TokenCounter();
  private final AnswerFit fit = new AnswerFit(tokens);
  private final Liar liar = new Liar();

  /**
   * A desk that is ready to answer.
   *
   * @param latency usual latency of an answer
   */
  ModelDesk(Duration latency) {
    this.latency = latency;
    model.warmUp();
  }

  /** Plans the answer to a chat. */
  Planned chat(Asked asked) {
    List<Stage> stages = stages(asked);
    Optional<Planned> breakdown = Breakdown.of(asked, stages, latency);
    if (breakdown.isPresent()) {
      return breakdown.get();
    }
    if (asked.model() == null) {
      return refusal(asked, "no_model", stages);
    }
    if (asked.fault() == Fault.REFUSED) {
      return refused(asked, stages);
    }
    try {
      return answered(asked, PromptReader.read(asked.contents(true)));
    } catch (PromptException e) {
      return refusal(asked, e.reason().wireName(), stages);
    }
  }

  private static List<Stage> stages(Asked asked) {
    try {
      return PromptReader.read(asked.contents(true)).stages();
    } catch (PromptException notUnderstood) {
      return List.of();
    }
  }

  private Planned refusal(Asked asked, String detail, List<Stage> stages) {
    SimReply reply = asked.wire().refusal(Refusal.NOT_UNDERSTOOD, detail);
    return new Planned(reply, asked.unpaid(reply.status(), stages), Duration.ZERO);
  }

  /** Nothing is charged for what the content filter stopped. */
  private Planned refused(Asked asked, List<Stage> stages) {
    ObjectNode body = body(asked, "", asked.wire().refusedFinish(), 0, 0);
    return new Planned(SimReply.of(200, body), asked.unpaid(200, stages), latency);
  }

  private Planned answered(Asked asked, SimPrompt prompt) throws PromptException {
    ObjectNode answer = model.answer(prompt);
    fit.fit(answer, asked.maxTokens());
    Spoken spoken = Spoken.of(answer, prompt, asked, liar);
    int answerTokens = tokens.count(spoken.text());
    boolean tooLong = answerTokens > asked.maxTokens();
    String text = tooLong ? tokens.head(spoken.text(), asked.maxTokens()) : spoken.text();
    int counted = Math.min(answerTokens, asked.maxTokens());
    int promptTokens = tokens.countPrompt(asked.contents(false));
    String finish = tooLong || spoken.truncated() ? "length" : "stop";
    SimReply reply = SimReply.of(200, body(asked, text, finish, promptTokens, counted));
    return new Planned(
        asked.fault() == Fault.CUT_BODY ? reply.in(SimReply.Manner.CUT) : reply,
        asked.call(
            200, prompt.stages(), promptTokens, counted, spoken.lie(), spoken.obeyed(), true),
        latency(asked));
  }

  private Duration latency(Asked asked) {
    if (asked.fault() != Fault.SLOW) {
      return latency;
    }
    Duration usual = latency.compareTo(LEAST_LATENCY) < 0 ? LEAST_LATENCY : latency;
    return Duration.ofNanos((long) (usual.toNanos() * asked.faults().slowFactor()));
  }

  private static ObjectNode body(
      Asked asked, String text, String finish, int promptTokens, int answerTokens) {
    ObjectNode body =
        Json.mapper()
            .createObjectNode()
            .put("object", "chat.completion")
            .put("created", asked.request().arrivedAt().getEpochSecond())
            .put("model", simulated(asked))
            .put("system_fingerprint", "simulated");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text);
    choice.put("finish_reason", finish);
    body.putObject("usage")
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", answerTokens)
        .put("total_tokens", promptTokens + answerTokens);
    asked.wire().decorate(body);
    return body;
  }

  private static String simulated(Asked asked) {
    return "simulated-" + asked.model();
  }

  /** Plans the answer to a request for vectors. */
  Planned embeddings(Asked asked) {
    Optional<Planned> breakdown = Breakdown.of(asked, List.of(), latency);
    if (breakdown.isPresent()) {
      return breakdown.get();
    }
    List<String> texts = texts(asked.body().path("input"));
    if (asked.model() == null || texts.isEmpty()) {
      return refusal(asked, "no_input", List.of());
    }
    List<Integer> counts = texts.stream().map(tokens::count).toList();
    ObjectNode body =
        asked.wire().embeddings(texts.stream().map(EmbeddingVectors::of).toList(), counts);
    body.put("model", simulated(asked));
    SimReply reply = SimReply.of(200, body);
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    return new Planned(
        asked.fault() == Fault.CUT_BODY ? reply.in(SimReply.Manner.CUT) : reply,
        asked.call(200, List.of(), sum, 0, null, List.of(), true),
        latency(asked));
  }

  private static List<String> texts(JsonNode input) {
    List<String> texts = new ArrayList<>();
    if (input.isTextual()) {
      texts.add(input.asText());
    }
    input.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
