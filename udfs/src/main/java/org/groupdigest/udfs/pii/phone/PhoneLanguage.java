package org.groupdigest.udfs.pii.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words for phone numbers in one language, and the countries of its speakers. Read from {@code
 * phone-words.txt}.
 *
 * @param code ISO 639-1
 * @param regions where the language makes a national number likely
 * @param names words before a number that call it a phone; a trailing asterisk is any ending
 * @param direct the same, only right before the number or one short word away
 * @param behind how a phrase right behind the number starts
 * @param common words that tell the language
 */
record PhoneLanguage(
    String code,
    List<String> regions,
    List<String> names,
    List<String> direct,
    List<String> behind,
    List<String> common) {

  private static final String FILE = "phone-words.txt";

  /** All languages, loaded once a class loader. */
  static final List<PhoneLanguage> ALL = load();

  private static List<PhoneLanguage> load() {
    List<PhoneLanguage> languages = new ArrayList<>();
    Map<String, String> block = new HashMap<>();
    try (InputStream in = PhoneLanguage.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          block.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (line.startsWith("common:")) {
          languages.add(of(block));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return List.copyOf(languages);
  }

  private static PhoneLanguage of(Map<String, String> block) {
    return new PhoneLanguage(
        block.get("language"),
        List.of(block.get("regions").split(" ")),
        list(block.get("name")),
        list(block.get("direct")),
        list(block.get("behind")),
        list(block.get("common")));
  }

  /** Entries in the folded form that texts are compared in. */
  private static List<String> list(String entries) {
    return Arrays.stream(entries.split(",")).map(e -> e.strip().replace('ё', 'е')).toList();
  }
}
