package org.groupdigest.connectors.llm;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Addresses that keys and prompts may be sent to. Exceptions name the setting, not its value. */
final class EndpointUrls {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  private EndpointUrls() {}

  /** Fails unless {@link #parse} succeeds. */
  static void check(String name, String url) {
    parse(name, url);
  }

  /**
   * The address.
   *
   * @throws IllegalArgumentException if it is not absolute HTTP, bears credentials, a query or a
   *     fragment, or is not encrypted although it leaves this machine
   */
  static HttpUrl parse(String name, String url) {
    HttpUrl parsed = url == null ? null : HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(name + " must start with https:// and name a host");
    }
    if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException(name + " must not bear credentials; give them as a key");
    }
    if (parsed.query() != null || parsed.fragment() != null) {
      throw new IllegalArgumentException(name + " must have neither query nor fragment");
    }
    if (!parsed.isHttps() && !LOOPBACK.matcher(parsed.host()).matches()) {
      throw new IllegalArgumentException(
          name
              + " would show keys and prompts to the network; use https:// (a CA file may be given)");
    }
    return parsed;
  }

  /** An address below another. */
  static HttpUrl below(String name, String url, String path) {
    return parse(name, url).newBuilder().addPathSegments(path).build();
  }
}
