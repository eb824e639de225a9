package org.groupdigest.job.deploy;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.Formatter;
import org.apache.flink.configuration.description.HtmlFormatter;

/** What options say of themselves, as the settings' page writes it. */
final class Descriptions {

  private Descriptions() {}

  static String of(ConfigOption<?> option) {
    Formatter formatter = new HtmlFormatter();
    return formatter.format(option.description());
  }

  static String inWords(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + " ms";
    }
    if (duration.toSeconds() % 60 != 0) {
      return duration.toSeconds() + " s";
    }
    return duration.toMinutes() % 60 == 0
        ? duration.toHours() + " h"
        : duration.toMinutes() + " min";
  }
}
