package org.groupdigest.job.context.thread.training;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.model.Message;

/** Measures a thread builder on annotated chats. */
public final class ThreadEvaluation {

  private ThreadEvaluation() {}

  /** Scores on everything that a model is not trained on, by name of the set. */
  public static Map<String, LinkScores> of(ThreadCorpora corpora, ThreadBuilder builder)
      throws IOException {
    Map<String, LinkScores> scores = new LinkedHashMap<>();
    scores.put("selection logs", score(corpora.selectionLogs(), builder));
    scores.put("held-out stretches", score(corpora.heldOutStretches(false), builder));
    scores.put("same, half of the replies", score(corpora.heldOutStretches(true), builder));
    scores.put("held-out channels", score(corpora.heldOutChannels(), builder));
    scores.put("held-out dialogues", score(corpora.heldOutDialogues(), builder));
    return scores;
  }

  /** Scores over all logs together; each log is linked apart. */
  public static LinkScores score(List<AnnotatedLog> logs, ThreadBuilder builder) {
    LinkScorer scorer = new LinkScorer();
    for (AnnotatedLog log : logs) {
      Map<String, String> found = new HashMap<>();
      List<Message> messages = log.messages();
      builder.link(messages).forEach(link -> found.put(link.messageId(), link.parentId()));
      scorer.add(log, found);
    }
    return scorer.scores();
  }
}
