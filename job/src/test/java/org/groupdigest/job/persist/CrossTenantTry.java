package org.groupdigest.job.persist;

/**
 * One try to reach another tenant's rows.
 *
 * @param operation what is tried
 * @param table on which table
 * @param key columns of its primary key
 * @param me tenant that tries
 * @param other tenant whose rows are tried for
 * @param mine a row of the one as JSON
 * @param row a row of the other as JSON
 * @param literal whether values stand in the statement, instead of being its parameters
 */
record CrossTenantTry(
    CrossTenantOperation operation,
    String table,
    String key,
    String me,
    String other,
    String mine,
    String row,
    boolean literal) {
  /** What a placeholder of the operation stands for. */
  String value(String placeholder) {
    return switch (placeholder) {
      case "me" -> me;
      case "other" -> other;
      case "mine" -> mine;
      case "row" -> row;
      default -> throw new IllegalArgumentException(placeholder);
    };
  }
}
