package org.groupdigest.job.cli.madeup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Texts of a made-up chat, half Russian and half English, of which some hold personal data.
 *
 * @param count how many
 * @param personal the share that holds a phone, an address, a card or a password
 * @param seed the same one gives the same texts
 */
public record MadeUpTexts(int count, double personal, long seed) {

  private static final List<String> FORMS =
      List.of(
          "+7 916 %03d-%02d-%02d",
          "call me: 0171 2%03d%02d%02d",
          "anna%03d.k%02d@example%02d.org",
          "мой телефон 8 903 %03d %02d %02d",
          "4111 1111 1111 1111 (%03d, %02d/%02d)",
          "password=k%03dq%02dz%02d",
          "https://anna:p%03dw%02d@db%02d.example.org",
          "ssh root@203.0.113.7 #%03d %02d:%02d");

  /** The texts, in the order in which they are said. */
  public List<String> list() {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String text = MadeUpSentences.of(random.nextBoolean()).next(random);
      texts.add(random.nextDouble() < personal ? text + " " + value(random) : text);
    }
    return texts;
  }

  private static String value(Random random) {
    String form = FORMS.get(random.nextInt(FORMS.size()));
    return String.format(
        Locale.ROOT, form, random.nextInt(1000), random.nextInt(100), random.nextInt(100));
  }
}
