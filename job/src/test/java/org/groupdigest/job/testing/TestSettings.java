package org.groupdigest.job.testing;

import java.util.Map;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;

/** Settings for tests: the defaults, changed by variables. */
public final class TestSettings {

  private TestSettings() {}

  public static DigestSettings with(Map<String, String> environment) {
    return SettingsLoader.load(environment);
  }

  public static DigestSettings defaults() {
    return with(Map.of());
  }
}
