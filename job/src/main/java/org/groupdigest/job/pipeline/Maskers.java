package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.groupdigest.job.ingest.TextMasker;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;
import org.groupdigest.udfs.pii.scan.PhoneRegions;

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
   * A masker with this secret that knows the countries of tenants. It learns none from the texts of
   * a chat: whether a bare number is masked would then depend on what came before it, and that is
   * another thing after a restart, in another subtask, or when a file is read in another order.
   *
   * @param regionsOfTenant countries whose national phone numbers all chats of a tenant may hold
   * @throws IllegalArgumentException when the secret is shorter than 16 bytes
   */
  public static TextMasker ofTenants(
      String secret, Function<String, List<String>> regionsOfTenant) {
    PiiMasker masker = PiiMasker.withKey(PiiKeys.parse(secret));
    return (tenant, text) ->
        masker.mask(tenant, text, () -> PhoneRegions.of(regionsOfTenant.apply(tenant))).text();
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
