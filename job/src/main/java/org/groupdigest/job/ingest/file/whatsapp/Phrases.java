package org.groupdigest.job.ingest.file.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.MediaKind;

/**
 * Words that WhatsApp writes in place of what is no text, in the languages of {@code phrases.txt}.
 * Case, typographic quotes and a full stop at the end do not matter.
 */
final class Phrases {

  /** The phrases of all languages. */
  static final Phrases ALL = new Phrases(read());

  private static final String OMITTED = "omitted ";

  private final Map<String, MediaKind> omitted = new HashMap<>();
  private final Map<String, Set<String>> byKind;

  private Phrases(Map<String, Set<String>> byKind) {
    this.byKind = byKind;
    byKind.forEach(
        (kind, phrases) -> {
          if (kind.startsWith(OMITTED)) {
            MediaKind media = MediaKind.of(kind.substring(OMITTED.length()));
            phrases.forEach(phrase -> omitted.put(phrase, media));
          }
        });
  }

  /** Kind of a file that was left out, if the text says nothing but that; or null. */
  MediaKind omitted(String text) {
    return omitted.get(folded(text));
  }

  boolean isAttached(String text) {
    return byKind.get("attached").contains(folded(text));
  }

  boolean isDeleted(String text) {
    String folded = folded(text);
    return byKind.get("deleted").contains(folded)
        || folded.startsWith("this message was deleted by admin");
  }

  boolean isEdited(String text) {
    return byKind.get("edited").contains(folded(text));
  }

  boolean isList(String text) {
    return byKind.get("list").contains(folded(text));
  }

  boolean isOption(String text) {
    return byKind.get("option").contains(folded(text));
  }

  boolean isPlace(String text) {
    return byKind.get("place").contains(folded(text));
  }

  /** Whether a text starts like a notice to everybody. */
  boolean isNotice(String text) {
    String folded = folded(text);
    return byKind.get("notice").stream().anyMatch(folded::startsWith);
  }

  /** Whether a text of the messenger tells that something has happened in the group. */
  boolean isEvent(String text) {
    String folded = folded(text);
    return byKind.get("event").stream().anyMatch(folded::contains);
  }

  /** Whether what stands before a colon is no name but tells of the group's subject. */
  boolean isSubject(String text) {
    String folded = folded(text);
    return byKind.get("subject").stream().anyMatch(folded::contains);
  }

  private static String folded(String text) {
    String folded = text.strip().replace('\u2019', '\'').replace('\u00A0', ' ');
    String bare = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    return bare.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> byKind = new LinkedHashMap<>();
    for (String line : lines()) {
      int sign = line.indexOf(" = ");
      if (sign > 0 && !line.startsWith("#")) {
        Set<String> phrases =
            byKind.computeIfAbsent(line.substring(0, sign), kind -> new LinkedHashSet<>());
        Arrays.stream(line.substring(sign + 3).split(" \\| ", -1))
            .map(Phrases::folded)
            .forEach(phrases::add);
      }
    }
    return byKind;
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Phrases.class.getResourceAsStream("phrases.txt"), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("phrases.txt of WhatsApp cannot be read", e);
    }
  }
}
