package org.groupdigest.job.render;

import java.util.Locale;

/**
 * How a language counts, after the plural rules of CLDR for whole numbers. A message file names its
 * rule in {@code plural.rule}.
 */
enum PluralRule {
  /** 1 message, 2 messages: English, German, Spanish and many others. */
  ONE_OTHER {
    @Override
    String category(long count) {
      return count == 1 ? "one" : "many";
    }
  },
  /** 1 сообщение, 2 сообщения, 5 сообщений: Russian, Ukrainian, Belarusian, Serbian, Croatian. */
  SLAVIC {
    @Override
    String category(long count) {
      long tens = Math.abs(count % 100);
      long units = tens % 10;
      if (units == 1 && tens != 11) {
        return "one";
      }
      return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }
  },
  /** One form for every count: Chinese, Japanese, Turkish after a number. */
  SAME {
    @Override
    String category(long count) {
      return "many";
    }
  };

  /** The end of the message key for this count: {@code one}, {@code few} or {@code many}. */
  abstract String category(long count);

  static PluralRule of(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }
}
