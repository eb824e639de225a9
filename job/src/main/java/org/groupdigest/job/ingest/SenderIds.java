package org.groupdigest.job.ingest;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Under which ids a sender may be stored. Ids are kept as they are, or a participant could not be
 * told from another, unless the messenger uses an e-mail address or an international phone number
 * as the id: those are masked. While a tenant's policy wants it, pseudonyms stand in their place.
 */
public final class SenderIds {

  private final TextMasker masker;
  private final BinaryOperator<String> pseudonym;

  /**
   * @param masker masks ids that are personal data
   * @param pseudonym gives the pseudonym of a name (second) inside a tenant (first)
   */
  public SenderIds(TextMasker masker, BinaryOperator<String> pseudonym) {
    this.masker = masker;
    this.pseudonym = pseudonym;
  }

  /** Both ids of a sender, since policies change: without and with pseudonyms. */
  public List<String> stored(String tenantId, String senderId) {
    String plain = isPersonal(senderId) ? masker.mask(tenantId, CleanText.of(senderId)) : senderId;
    return Stream.of(plain, pseudonym.apply(tenantId, plain)).distinct().toList();
  }

  /** Whether an id is itself personal data. */
  static boolean isPersonal(String senderId) {
    return senderId.startsWith("+") || senderId.indexOf('@') > 0;
  }
}
