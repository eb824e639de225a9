package org.groupdigest.job.app;

import java.util.Map;
import java.util.function.Consumer;
import org.groupdigest.udfs.pii.PiiKeys;

/** The secret of the pseudonyms. */
public final class PiiKey {

  private PiiKey() {}

  /**
   * The secret from {@code DIGEST_PII_KEY}, else the development key with a warning.
   *
   * @param environment variables
   * @param warning takes one line when the development key is used
   */
  public static String from(Map<String, String> environment, Consumer<String> warning) {
    String key = environment.get(PiiKeys.VARIABLE);
    if (key != null && !key.isBlank()) {
      return key;
    }
    warning.accept(
        "DIGEST_PII_KEY is not set: pseudonyms are made with the public development key");
    return PiiKeys.DEVELOPMENT;
  }

  /**
   * The secret from {@code DIGEST_PII_KEY}, which a deployment must have.
   *
   * @throws IllegalArgumentException when it is not set
   */
  public static String required(Map<String, String> environment) {
    String key = environment.get(PiiKeys.VARIABLE);
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("DIGEST_PII_KEY is not set: give a secret of 16 bytes");
    }
    return key;
  }
}
