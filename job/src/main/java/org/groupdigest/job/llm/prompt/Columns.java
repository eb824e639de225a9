package org.groupdigest.job.llm.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Puts records together out of columns. */
final class Columns {

  /** Most ids and names that one record shows. */
  static final int MAX_LISTED = 10;

  private Columns() {}

  /** Columns that are clean already. */
  static String join(String... columns) {
    return String.join("|", columns);
  }

  /** The first few of a list, clean, with commas; null counts as empty. */
  static String list(Collection<String> values) {
    return (values == null ? List.<String>of() : values)
        .stream().limit(MAX_LISTED).map(CleanText::column).collect(Collectors.joining(","));
  }

  /** A measure with at most two digits. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
