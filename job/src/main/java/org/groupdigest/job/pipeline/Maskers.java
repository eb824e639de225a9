package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.groupdigest.job.ingest.TextMasker;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;

/** Makes maskers out of the configured secret. */
public final class Maskers {

  private Maskers() {}

  /**
   * A masker with this secret.
   *
   * @throws IllegalArgumentException when the secret is shorter than 16 bytes
   */
  public static TextMasker withKey(String secret) {
    PiiMasker masker = PiiMasker.withKey(PiiKeys.parse(secret));
    return (tenant, text) -> masker.mask(tenant, text).text();
  }

  /**
   * A masker with this secret that learns where each chat is.
   *
   * @param regionsOfTenant countries whose national phone numbers all chats of a tenant may hold
   * @throws IllegalArgumentException when the secret is shorter than 16 bytes
   */
  public static TextMasker ofChats(String secret, Function<String, List<String>> regionsOfTenant) {
    return new ChatMasker(PiiMasker.withKey(PiiKeys.parse(secret)), regionsOfTenant);
  }

  /**
   * Gives pseudonyms of people's names (second) inside a tenant (first).
   *
   * @throws IllegalArgumentException when the secret is shorter than 16 bytes
   */
  public static BinaryOperator<String> usersWithKey(String secret) {
    return PiiMasker.withKey(PiiKeys.parse(secret))::userPlaceholder;
  }
}
