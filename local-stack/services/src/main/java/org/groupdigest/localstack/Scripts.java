package org.groupdigest.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the small bash scripts of this package; they are handed to bash as text, so that nothing
 * has to be unpacked.
 */
final class Scripts {

  private Scripts() {}

  /**
   * Starts a script with its stdin held by this process, and its output appended to a log.
   *
   * @throws LocalStackException {@link Problem#UNSUPPORTED_PLATFORM} when there is no bash
   */
  static Process start(String script, List<String> arguments, Path log) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", text(script), script));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new LocalStackException(
          Problem.UNSUPPORTED_PLATFORM,
          "cannot start bash",
          "the local stack needs Linux or macOS with bash on the PATH",
          e);
    }
  }

  private static String text(String script) {
    try (InputStream in = Scripts.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + script, e);
    }
  }
}
