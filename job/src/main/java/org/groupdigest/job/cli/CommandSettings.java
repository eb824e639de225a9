package org.groupdigest.job.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.InvalidSettingsException;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.config.Variables;

/** The product's settings as commands find them; wrong ones are the user's to put right. */
final class CommandSettings {

  private CommandSettings() {}

  /** Variables of a file, or else of the one that {@code DIGEST_CONFIG} names, and environment. */
  static Map<String, String> variables(Path file) {
    try {
      return Variables.of(file, System.getenv());
    } catch (UncheckedIOException e) {
      throw CommandFailure.failed(e.getMessage(), "check --config or DIGEST_CONFIG", e);
    }
  }

  /** The settings that variables give. */
  static DigestSettings of(Map<String, String> variables) {
    try {
      return SettingsLoader.load(variables);
    } catch (InvalidSettingsException e) {
      throw CommandFailure.usage(e.getMessage(), "put the variables or options right");
    }
  }

  /** The numbers of the context assembly. */
  static ContextSettings context() {
    return of(variables(null)).context();
  }
}
