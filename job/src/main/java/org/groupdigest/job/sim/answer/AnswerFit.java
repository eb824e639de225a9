package org.groupdigest.job.sim.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.prompt.SimPrompt;

/** Keeps answers within the tokens that a request allows, as a model does that was told so. */
public final class AnswerFit {

  private static final List<String> LISTS =
      List.of("units", "participants", "topics", "key_points");
  private static final int MAX_ROUNDS = 200;

  private static final Map<Stage, String> FINDINGS =
      Map.of(
          Stage.SEGMENTER_AGENT, "units",
          Stage.ROLES_AGENT, "participants",
          Stage.TOPIC_AGENT, "topics");

  private final TokenCounter tokens;

  /** Measures with this counter. */
  public AnswerFit(TokenCounter tokens) {
    this.tokens = tokens;
  }

  /**
   * Takes the least sure units, and then the last of the longest list, out of an answer until it
   * fits. An answer that cannot be made to fit stays too long.
   */
  public void fit(ObjectNode answer, int maxTokens) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      int excess = tokens.count(answer.toString()) - maxTokens;
      ArrayNode longest = excess > 0 ? longest(answer) : null;
      if (longest == null) {
        return;
      }
      int many = Math.max(1, longest.size() / 10);
      for (int i = 0; i < many; i++) {
        longest.remove(leastSure(longest));
      }
    }
  }

  /** Takes out of an answer what is above the limits that its prompt states. */
  static void limit(ObjectNode answer, SimPrompt prompt) {
    prompt
        .limits()
        .forEach(
            (stage, most) -> {
              JsonNode own = prompt.stages().size() > 1 ? answer.path(stage.wireName()) : answer;
              if (own.get(FINDINGS.getOrDefault(stage, "")) instanceof ArrayNode list) {
                while (list.size() > most) {
                  list.remove(leastSure(list));
                }
              }
            });
  }

  private static ArrayNode longest(ObjectNode answer) {
    List<ArrayNode> lists = new ArrayList<>();
    for (String name : LISTS) {
      for (JsonNode list : answer.findValues(name)) {
        if (list instanceof ArrayNode array && array.size() > 1) {
          lists.add(array);
        }
      }
    }
    return lists.stream().max(Comparator.comparingInt(ArrayNode::size)).orElse(null);
  }

  private static int leastSure(ArrayNode list) {
    int least = list.size() - 1;
    for (int i = list.size() - 1; i >= 0; i--) {
      if (confidence(list.get(i)) < confidence(list.get(least))) {
        least = i;
      }
    }
    return least;
  }

  private static double confidence(JsonNode item) {
    return item.path("confidence").asDouble(1);
  }
}
