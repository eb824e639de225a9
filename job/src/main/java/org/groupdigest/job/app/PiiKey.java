package org.groupdigest.job.app;

import java.util.Map;
import java.util.function.Consumer;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.StreamOptions;
import org.groupdigest.udfs.pii.PiiKeys;

/** The secret of the pseudonyms. */
public final class PiiKey {

  private PiiKey() {}

  /**
   * The secret from {@code DIGEST_PII_KEY}, else the development key with a warning.
   *
   * @param environment variables, see {@link org.groupdigest.job.config.Variables}
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

  /** The secret that a deployment must have; what is wrong with it is noted by the reader. */
  static String required(SettingsReader reader) {
    String key = reader.needed(StreamOptions.PII_KEY);
    if (!key.isEmpty()) {
      try {
        PiiKeys.parse(key);
      } catch (IllegalArgumentException e) {
        reader.problem(e.getMessage());
      }
    }
    return key;
  }
}
