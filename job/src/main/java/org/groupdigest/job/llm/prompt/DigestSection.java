package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;

/**
 * A digest that is to be judged or corrected: {@code headline|ids|text}, and the same for {@code
 * point}, {@code decision} and {@code question}; {@code action|ids|owner|due|text}; {@code
 * participant|ids|name|role|note}.
 */
final class DigestSection implements DataSection {

  private final Synthesis digest;
  private final TextBound texts;

  DigestSection(Synthesis digest, TokenCounter counter) {
    this.digest = digest;
    this.texts = new TextBound(counter);
  }

  @Override
  public SectionName name() {
    return SectionName.DIGEST;
  }

  @Override
  public List<DataLine> lines(int textTokens) {
    List<String> lines = new ArrayList<>();
    if (digest.headline() != null) {
      lines.add(claim("headline", digest.headline(), textTokens));
    }
    digest.keyPoints().forEach(one -> lines.add(claim("point", one, textTokens)));
    digest.decisions().forEach(one -> lines.add(claim("decision", one, textTokens)));
    digest.openQuestions().forEach(one -> lines.add(claim("question", one, textTokens)));
    digest.actions().forEach(one -> lines.add(texts.action(one, textTokens)));
    digest.participants().forEach(one -> lines.add(mention(one, textTokens)));
    return lines.stream().map(DataLine::kept).toList();
  }

  /** The sources of each line that says something, in the order of the digest. */
  List<List<String>> sources() {
    List<List<String>> sources = new ArrayList<>();
    if (digest.headline() != null) {
      sources.add(digest.headline().messageIds());
    }
    digest.keyPoints().stream().map(Claim::messageIds).forEach(sources::add);
    digest.decisions().stream().map(Claim::messageIds).forEach(sources::add);
    digest.openQuestions().stream().map(Claim::messageIds).forEach(sources::add);
    digest.actions().stream().map(ActionItem::messageIds).forEach(sources::add);
    return sources;
  }

  private String claim(String what, Claim claim, int textTokens) {
    return Columns.join(
        what, Columns.list(claim.messageIds()), texts.column(claim.text(), textTokens));
  }

  private String mention(Mention mention, int textTokens) {
    return Columns.join(
        "participant",
        Columns.list(mention.messageIds()),
        CleanText.column(mention.username()),
        CleanText.column(mention.role()),
        texts.column(mention.note(), textTokens));
  }
}
