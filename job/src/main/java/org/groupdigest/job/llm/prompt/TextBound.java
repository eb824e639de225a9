package org.groupdigest.job.llm.prompt;

import org.groupdigest.job.model.ActionItem;

/** Writes free texts of bounded length. */
final class TextBound {

  private final TokenCounter counter;

  TextBound(TokenCounter counter) {
    this.counter = counter;
  }

  /** A clean text of at most so many tokens. */
  String column(String text, int maxTokens) {
    return counter.shorten(CleanText.column(text), maxTokens);
  }

  /** {@code action|ids|owner|due|text}. */
  String action(ActionItem action, int maxTokens) {
    return Columns.join(
        "action",
        Columns.list(action.messageIds()),
        CleanText.column(action.owner()),
        column(action.due(), maxTokens),
        column(action.action(), maxTokens));
  }
}
