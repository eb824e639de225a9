package org.groupdigest.job.ingest;

/**
 * Replaces personal data in a text by placeholders. Implementations are thread-safe, and remember
 * nothing of other texts: what comes again, or in another order, must give the same bytes.
 */
@FunctionalInterface
public interface TextMasker {

  /**
   * Masks a text.
   *
   * @param tenantId whose pseudonyms are used; empty when the tenant is not known
   * @param text any text, never null
   * @return the text without personal data, never null
   */
  String mask(String tenantId, String text);
}
