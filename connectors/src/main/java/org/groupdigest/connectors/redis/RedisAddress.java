package org.groupdigest.connectors.redis;

import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.StoreException;

/**
 * How a sink reaches Redis: what may be seen, and where the password is.
 *
 * @param uri {@code redis://[user@]host:port[/db]} or {@code rediss://...}
 * @param password null for none
 * @param commandTimeout longest wait for one answer, connecting included
 */
record RedisAddress(String uri, Secret password, Duration commandTimeout) implements Serializable {
  private static final Duration RECONNECT_DELAY = Duration.ofSeconds(1);

  /** Checks that the password is not in the address. */
  RedisAddress {
    if (Optional.ofNullable(URI.create(uri).getRawUserInfo()).orElse("").contains(":")) {
      throw new IllegalArgumentException("a password does not belong in the address");
    }
  }

  /**
   * The configuration of a client, with the password.
   *
   * @throws StoreException when the password is not where it should be
   */
  RedisConfig resolve() {
    String full = password == null ? uri : withPassword(password.get());
    return new RedisConfig(full, commandTimeout, RECONNECT_DELAY);
  }

  private String withPassword(String secret) {
    URI address = URI.create(uri);
    String user = Optional.ofNullable(address.getRawUserInfo()).orElse("");
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    String place = uri.substring(uri.indexOf("//") + 2).replaceFirst("^[^/@]*@", "");
    return address.getScheme() + "://" + user + ":" + encoded + "@" + place;
  }
}
