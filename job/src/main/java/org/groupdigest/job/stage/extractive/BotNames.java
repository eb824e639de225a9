package org.groupdigest.job.stage.extractive;

import java.util.regex.Pattern;

/**
 * Tells programs by their names where the source does not mark them: {@code wikibugs}, {@code
 * ubotu}.
 */
final class BotNames {

  private static final Pattern BOT =
      Pattern.compile("(?i).*(?:bot[u\\d_`]*|bugs|serv|github|jenkins|gitlab|travis|logger)$");

  private BotNames() {}

  static boolean isBot(String name) {
    return BOT.matcher(name).matches() && name.length() > 3;
  }
}
