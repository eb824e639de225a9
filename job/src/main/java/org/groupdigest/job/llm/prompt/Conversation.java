package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.guard.StageGuard;

/** The turns of one prompt: rules, task with data, and in a repair what came of it before. */
final class Conversation {

  private static final int ERROR_TOKENS = 60;

  private final Instructions words;
  private final TokenCounter counter;
  private final List<ChatMessage> afterwards;

  private Conversation(Instructions words, TokenCounter counter, List<ChatMessage> afterwards) {
    this.words = words;
    this.counter = counter;
    this.afterwards = afterwards;
  }

  /** The conversation that a request leads to, still without its data. */
  static Conversation of(
      StageRequest request, Instructions words, TokenCounter counter, StageGuard guard) {
    if (!words.isRepair()) {
      return new Conversation(words, counter, List.of());
    }
    String refused = new RefusedAnswer(request.refusedAnswer()).about(request.stages(), guard);
    return new Conversation(
        words,
        counter,
        List.of(
            ChatMessage.assistant(counter.shorten(refused, RefusedAnswer.MAX_TOKENS)),
            ChatMessage.user(words.repair(new TextBound(counter), ERROR_TOKENS))));
  }

  /** All turns about some data. */
  List<ChatMessage> about(DataBlock data) {
    return turns(words.task(data.names()) + "\n" + data.fenced());
  }

  /** Tokens of everything but the data, which has these sections. */
  int wordTokens(List<SectionName> sections) {
    List<ChatMessage> turns = turns(words.task(sections));
    return TokenBudget.frame(turns.size())
        + turns.stream().mapToInt(turn -> counter.count(turn.content())).sum();
  }

  private List<ChatMessage> turns(String asked) {
    List<ChatMessage> turns = new ArrayList<>();
    turns.add(ChatMessage.system(words.system()));
    turns.add(ChatMessage.user(asked));
    turns.addAll(afterwards);
    return List.copyOf(turns);
  }
}
