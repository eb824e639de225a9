package org.groupdigest.job.llm.prompt;

import java.util.List;

/**
 * A section whose records are few and stay as they are.
 *
 * @param name its name
 * @param kept its records
 */
record Records(SectionName name, List<DataLine> kept) implements DataSection {

  static Records of(SectionName name, List<String> texts) {
    return new Records(name, texts.stream().map(DataLine::kept).toList());
  }

  @Override
  public List<DataLine> lines(int textTokens) {
    return kept;
  }
}
