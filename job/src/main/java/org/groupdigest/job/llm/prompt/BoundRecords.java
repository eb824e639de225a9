package org.groupdigest.job.llm.prompt;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A section whose texts are as long as there is room for.
 *
 * @param name its name
 * @param records its records, by the most tokens that a text may have
 */
record BoundRecords(SectionName name, IntFunction<List<DataLine>> records) implements DataSection {

  @Override
  public List<DataLine> lines(int textTokens) {
    return records.apply(textTokens);
  }
}
