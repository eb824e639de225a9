package org.groupdigest.job.ingest;

/** Replaces personal data in a text by placeholders; implementations are thread-safe. */
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

  /**
   * The masker for the texts of one chat, which may know more of it.
   *
   * @param tenantId whose chat
   * @param groupId which of the tenant's chats
   */
  default TextMasker forChat(String tenantId, String groupId) {
    return this;
  }
}
