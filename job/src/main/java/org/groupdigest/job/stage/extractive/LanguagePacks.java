package org.groupdigest.job.stage.extractive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps each {@link LanguagePack} once it has been read; safe to share between threads. */
final class LanguagePacks {

  private final Map<String, LanguagePack> packs = new ConcurrentHashMap<>();

  /** See {@link LanguagePack#of(String, String)}. */
  LanguagePack of(String textLanguage, String digestLanguage) {
    return packs.computeIfAbsent(
        textLanguage + "/" + digestLanguage, key -> LanguagePack.of(textLanguage, digestLanguage));
  }
}
