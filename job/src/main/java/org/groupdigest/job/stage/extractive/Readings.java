package org.groupdigest.job.stage.extractive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.job.model.WindowContext;

/**
 * Reads windows and remembers the last few, because the stages of one window come one after
 * another. Safe to share between threads; two threads may read the same window at the same time.
 */
final class Readings {

  private static final int REMEMBERED = 4;

  private final LanguagePacks packs = new LanguagePacks();
  private final Map<Key, Reading> last = new LinkedHashMap<>();

  private record Key(WindowContext context, String language) {}

  /**
   * The reading of a window.
   *
   * @param language ISO 639-1 code of the digest
   */
  Reading of(WindowContext context, String language) {
    Key key = new Key(context, language);
    synchronized (last) {
      Reading known = last.get(key);
      if (known != null) {
        return known;
      }
    }
    Reading reading = Reading.of(context, packs.of(context.language(), language));
    synchronized (last) {
      last.put(key, reading);
      if (last.size() > REMEMBERED) {
        last.remove(last.keySet().iterator().next());
      }
    }
    return reading;
  }
}
