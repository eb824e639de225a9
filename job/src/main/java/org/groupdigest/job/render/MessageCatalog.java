package org.groupdigest.job.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Messages by language, from {@code render/messages_<language>.properties} in UTF-8. A language
 * without a file, and a text that a file lacks, is English. Thread-safe.
 */
public final class MessageCatalog {

  private static final String FALLBACK = "en";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Map<String, Messages> loaded = new ConcurrentHashMap<>();

  /** The messages of a language, given as ISO 639 code. */
  Messages of(String language) {
    boolean code = language != null && LANGUAGE.matcher(language).matches();
    return loaded.computeIfAbsent(code ? language : FALLBACK, MessageCatalog::load);
  }

  private static Messages load(String language) {
    Map<String, String> texts = new HashMap<>(read(FALLBACK));
    Map<String, String> own = language.equals(FALLBACK) ? texts : read(language);
    texts.putAll(own);
    return new Messages(Locale.forLanguageTag(own.isEmpty() ? FALLBACK : language), texts);
  }

  private static Map<String, String> read(String language) {
    Properties properties = new Properties();
    String path = "/render/messages_" + language + ".properties";
    try (InputStream in = MessageCatalog.class.getResourceAsStream(path)) {
      if (in != null) {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        properties.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
