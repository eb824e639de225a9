package org.groupdigest.job.context.thread.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lower-case forms under which a participant may be spoken to: user name, first name, and for
 * Cyrillic first names the common case and vocative endings ("Анна": анны, анне, анну, анной, анн).
 */
final class NameForms {

  private static final Pattern TAIL = Pattern.compile("[_\\-|^`\\d]+$");
  private static final int SHORTEST_INFLECTED = 3;

  private NameForms() {}

  /** Forms of one participant; blank and null names give none. */
  static Set<String> of(String username, String displayName) {
    Set<String> forms = new LinkedHashSet<>();
    if (username != null && !username.isBlank()) {
      forms.add(lower(username));
      forms.add(trimmed(lower(username)));
    }
    if (displayName != null && !displayName.isBlank()) {
      String first = lower(displayName.strip().split("\\s+")[0]);
      forms.add(first);
      addInflected(forms, first);
    }
    return forms;
  }

  private static void addInflected(Set<String> forms, String name) {
    if (name.length() < SHORTEST_INFLECTED || !isCyrillic(name)) {
      return;
    }
    String stem = name.substring(0, name.length() - 1);
    switch (name.charAt(name.length() - 1)) {
      case 'а' -> addAll(forms, stem, List.of("", "ы", "и", "е", "у", "ой"));
      case 'я' -> addAll(forms, stem, List.of("ь", "и", "е", "ю", "ей"));
      case 'й', 'ь' -> addAll(forms, stem, List.of("я", "ю", "ем", "е"));
      default -> addAll(forms, name, List.of("а", "у", "ом", "е"));
    }
  }

  private static void addAll(Set<String> forms, String stem, List<String> endings) {
    endings.forEach(ending -> forms.add(stem + ending));
  }

  private static boolean isCyrillic(String name) {
    return name.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
  }

  /** Without the tail that tells namesakes apart: "anna__" and "anna2" are "anna". */
  private static String trimmed(String name) {
    String trimmed = TAIL.matcher(name).replaceAll("");
    return trimmed.length() < SHORTEST_INFLECTED ? name : trimmed;
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
