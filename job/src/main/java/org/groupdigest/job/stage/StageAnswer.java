package org.groupdigest.job.stage;

import java.util.List;
import org.groupdigest.job.model.ModelCall;

/** What an engine gives for one or more stages, before any guard has looked at it. */
public sealed interface StageAnswer {

  /** Receipts of the model calls made for it, answered or not; empty without a model. */
  List<ModelCall> calls();

  /**
   * A text that claims to be the JSON of the stages: the payload of the one stage that was asked
   * for, else an object with a member for each, named as on the wire.
   *
   * @param text as it came, perhaps fenced or with chatter around it
   * @param modelId who wrote it
   * @param promptId prompt, or null
   * @param promptVersion version of prompt or rules
   * @param notes what a reader of the digest should know, such as {@code truncated_input}
   * @param calls see {@link StageAnswer#calls()}
   */
  record Text(
      String text,
      String modelId,
      String promptId,
      String promptVersion,
      List<String> notes,
      List<ModelCall> calls)
      implements StageAnswer {

    /** The answer of an engine without models. */
    public static Text withoutModel(String text, String engineId, String rulesVersion) {
      return new Text(text, engineId, null, rulesVersion, List.of(), List.of());
    }
  }

  /**
   * No answer.
   *
   * @param errorCode stable name from a closed set, such as {@code timeout}
   * @param detail what to know, without any chat text
   * @param calls see {@link StageAnswer#calls()}
   */
  record Failed(String errorCode, String detail, List<ModelCall> calls) implements StageAnswer {

    /** A failure before any model was called. */
    public static Failed of(String errorCode, String detail) {
      return new Failed(errorCode, detail, List.of());
    }
  }
}
