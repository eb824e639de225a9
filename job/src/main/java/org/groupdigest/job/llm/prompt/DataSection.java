package org.groupdigest.job.llm.prompt;

import java.util.List;

/** A family of records. */
interface DataSection {

  /** Its name. */
  SectionName name();

  /**
   * Its records, in order.
   *
   * @param textTokens most tokens of a free text in a record
   */
  List<DataLine> lines(int textTokens);
}
