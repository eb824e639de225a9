package org.groupdigest.job.sim.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.sim.prompt.PromptData;
import org.groupdigest.job.sim.prompt.PromptException;
import org.groupdigest.job.sim.prompt.PromptException.Reason;
import org.groupdigest.job.sim.prompt.PromptReader;
import org.groupdigest.job.sim.prompt.SimPrompt;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;

/**
 * Answers prompts as an honest model would, with the built-in engine for its mind. The same prompt
 * gets the same answer; the last {@value #REMEMBERED} are kept. Safe to share between threads.
 */
public final class SimulatedModel {

  static final int REMEMBERED = 512;

  private static final String WARM_UP =
      "STAGES: segmenter_agent, emotion_agent, roles_agent, topic_agent, synthesis_agent\nLANGUAGE: ";
  private static final String WARM_UP_DATA =
      "\n<<<DATA 00000000\n## units\nquestion|1|ann|Who opens the hall tomorrow morning?\n"
          + "solution|2|боб|Зал завтра утром открою я, ключ у меня.\nDATA 00000000>>>";

  private final WindowBuilder windows = new WindowBuilder();
  private final StageEngine engine = new ExtractiveEngine(Runnable::run);
  private final Map<Key, String> answers = new LinkedHashMap<>();

  private record Key(String checksum, List<Stage> stages, String language) {}

  /**
   * Answers two small prompts, so that word lists and models are loaded before the first request
   * and do not pass for its latency.
   */
  public void warmUp() {
    try {
      for (String language : List.of("en", "ru")) {
        answer(PromptReader.read(List.of(WARM_UP + language + WARM_UP_DATA)));
      }
    } catch (PromptException e) {
      throw new IllegalStateException("the prompt of the warm-up is not understood", e);
    }
  }

  /**
   * The answer to a prompt: the payload of the one stage that is asked for, else an object with a
   * member for each; free for the caller to change.
   *
   * @throws PromptException when the prompt lacks what its stages need
   */
  public ObjectNode answer(SimPrompt prompt) throws PromptException {
    Key key = new Key(prompt.data().checksum(), prompt.stages(), prompt.language());
    String answer;
    synchronized (answers) {
      answer = answers.get(key);
    }
    if (answer == null) {
      answer = Compact.of(think(prompt), prompt.stages()).toString();
      remember(key, answer);
    }
    return Json.read(answer, ObjectNode.class);
  }

  private void remember(Key key, String answer) {
    synchronized (answers) {
      answers.put(key, answer);
      if (answers.size() > REMEMBERED) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
  }

  private ObjectNode think(SimPrompt prompt) throws PromptException {
    PromptData data = prompt.data();
    if (prompt.stages().contains(Stage.EVALUATION_AGENT)) {
      return judge(prompt);
    }
    if (!data.hasWindow()) {
      throw new PromptException(Reason.MISSING_SECTION);
    }
    SimWindow window = windows.of(data);
    ObjectNode answer = ask(request(prompt.stages(), window, prompt.language()));
    if (prompt.stages().contains(Stage.SEGMENTER_AGENT)) {
      ObjectNode digest = ask(request(List.of(Stage.SYNTHESIS_AGENT), window, prompt.language()));
      ArrayNode units = (ArrayNode) answer.findValue("units");
      new MoreUnits(window.context(), units).add(Json.read(digest.toString(), Synthesis.class));
    }
    new SourceIds(window.sources()).putInto(answer);
    AnswerFit.limit(answer, prompt);
    return answer;
  }

  private static StageRequest request(List<Stage> stages, SimWindow window, String language) {
    return StageRequest.of(stages, window.context(), language, Map.of());
  }

  private ObjectNode judge(SimPrompt prompt) throws PromptException {
    PromptData data = prompt.data();
    if (prompt.stages().size() > 1 || data.excerpt().isEmpty()) {
      throw new PromptException(Reason.MISSING_SECTION);
    }
    WindowContext shown = windows.ofExcerpt(data).context();
    StageArtifact digest = artifact(onlyChecked(data.digest(), shown));
    return ask(
        StageRequest.of(
            prompt.stages(),
            shown,
            prompt.language(),
            Map.of(Stage.SYNTHESIS_AGENT.wireName(), digest)));
  }

  /** What of a digest can be judged: a judge sees a few messages, and says nothing of the rest. */
  private static Synthesis onlyChecked(Synthesis digest, WindowContext shown) {
    Set<String> ids = Set.copyOf(shown.messages().stream().map(Message::messageId).toList());
    Claim headline = digest.headline();
    return new Synthesis(
        headline != null && isShown(headline.messageIds(), ids) ? headline : null,
        shown(digest.keyPoints(), ids),
        shown(digest.decisions(), ids),
        shown(digest.openQuestions(), ids),
        digest.actions().stream().filter(one -> isShown(one.messageIds(), ids)).toList(),
        List.of());
  }

  private static List<Claim> shown(List<Claim> claims, Set<String> ids) {
    return claims.stream().filter(one -> isShown(one.messageIds(), ids)).toList();
  }

  private static boolean isShown(Collection<String> sources, Set<String> ids) {
    return sources.stream().anyMatch(ids::contains);
  }

  private ObjectNode ask(StageRequest request) {
    StageAnswer answer = engine.answer(request).toCompletableFuture().join();
    if (answer instanceof StageAnswer.Text text) {
      return Json.read(text.text(), ObjectNode.class);
    }
    throw new IllegalStateException(((StageAnswer.Failed) answer).errorCode());
  }

  private static StageArtifact artifact(Synthesis digest) {
    return new StageArtifact(
        Stage.SYNTHESIS_AGENT,
        StageOutcome.OK,
        ExtractiveEngine.MODEL_ID,
        null,
        ExtractiveEngine.RULES_VERSION,
        "1",
        "",
        1,
        1,
        0,
        0,
        List.of(),
        Json.write(digest));
  }
}
