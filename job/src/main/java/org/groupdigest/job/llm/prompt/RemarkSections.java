package org.groupdigest.job.llm.prompt;

import java.util.List;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;

/** What comes from outside of the window's own stages, one short text a line. */
final class RemarkSections {

  /** Tokens that the previous digest takes at most, with its heading and legend. */
  static final int PREVIOUS_TOKENS = 300;

  private static final int MAX_TITLES = 10;
  private static final int TITLE_TOKENS = 20;
  private static final int MAX_NOTES = 10;
  private static final int NOTE_TOKENS = 60;

  private final TextBound texts;

  RemarkSections(TokenCounter counter) {
    this.texts = new TextBound(counter);
  }

  /** Titles of the previous digest's topics. */
  DataSection previous(BaselineSnapshot digest) {
    return lines(
        SectionName.PREVIOUS,
        digest.topics().stream().map(TopicSnapshot::title).limit(MAX_TITLES).toList(),
        TITLE_TOKENS);
  }

  /** What the judge wants to be corrected. */
  DataSection notes(List<String> notes) {
    return lines(SectionName.NOTES, notes.stream().limit(MAX_NOTES).toList(), NOTE_TOKENS);
  }

  private DataSection lines(SectionName name, List<String> lines, int tokens) {
    return Records.of(
        name,
        lines.stream().map(line -> CleanText.firstColumn(texts.column(line, tokens))).toList());
  }
}
