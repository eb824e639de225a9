package org.groupdigest.job.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.groupdigest.udfs.pii.phone.RegionEvidence;
import org.groupdigest.udfs.pii.scan.PhoneRegions;

/**
 * Lines of a text that is one chat, and the countries that its first lines speak for. These are
 * read ahead, so that the very first line is masked with what they say.
 */
final class ChatRegions {

  /** How many lines are read ahead. */
  static final int LINES = 2000;

  private final BufferedReader lines;
  private final Queue<String> ahead = new ArrayDeque<>();
  private final PhoneRegions regions;

  /**
   * Reads ahead.
   *
   * @param lines the text
   * @param named countries that the user has named
   */
  ChatRegions(BufferedReader lines, List<String> named) throws IOException {
    this.lines = lines;
    RegionEvidence evidence = new RegionEvidence();
    String line = lines.readLine();
    while (line != null) {
      ahead.add(line);
      evidence.learn(line);
      line = ahead.size() < LINES ? lines.readLine() : null;
    }
    regions = evidence.regions(named);
  }

  /** The next line, or null at the end. */
  String next() throws IOException {
    return ahead.isEmpty() ? lines.readLine() : ahead.remove();
  }

  /** Countries whose national phone numbers may occur. */
  PhoneRegions regions() {
    return regions;
  }
}
