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

  /**
   * All ids of a sender, since policies change: without and with pseudonyms; and as the ids of
   * messengers that are phone numbers were kept before they were told apart from e-mail addresses.
   */
  public List<String> stored(String tenantId, String senderId) {
    String plain = of(tenantId, senderId, masker);
    String former = isPersonal(senderId) ? masker.mask(tenantId, CleanText.of(senderId)) : senderId;
    return Stream.of(
            plain, pseudonym.apply(tenantId, plain), former, pseudonym.apply(tenantId, former))
        .distinct()
        .toList();
  }

  /** The id that a sender is kept under: the same for one phone number in any spelling. */
  static String of(String tenantId, String senderId, TextMasker masker) {
    String phone = PersonalIds.sender(senderId, tenantId, masker);
    if (phone != null) {
      return phone;
    }
    return isPersonal(senderId) ? masker.mask(tenantId, CleanText.of(senderId)) : senderId;
  }

  private static boolean isPersonal(String senderId) {
    return senderId.startsWith("+") || senderId.indexOf('@') > 0;
  }
}
