package org.groupdigest.job.llm.prompt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * An answer that the guards refused, as its author is shown it again.
 *
 * @param text as it came
 */
record RefusedAnswer(String text) {

  /** Most tokens of it that are shown. */
  static final int MAX_TOKENS = 1_500;

  /** What it says to the stages that are asked for again, or all of it if nothing can be told. */
  String about(List<Stage> stages, StageGuard guard) {
    Map<Stage, String> parts = guard.parts(stages, text);
    if (stages.size() == 1) {
      String only = parts.get(stages.get(0));
      return only.isEmpty() ? text : only;
    }
    ObjectNode shown = Json.mapper().createObjectNode();
    parts.forEach(
        (stage, part) -> {
          if (!part.isEmpty() && part.length() < text.length()) {
            shown.putRawValue(stage.wireName(), new RawValue(part));
          }
        });
    return shown.isEmpty() ? text : shown.toString();
  }

  /** Whether it ends inside of its JSON. */
  boolean isCut() {
    int depth = 0;
    boolean inString = false;
    for (int i = text.indexOf('{'); i >= 0 && i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = depth > 0;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return depth > 0;
  }
}
