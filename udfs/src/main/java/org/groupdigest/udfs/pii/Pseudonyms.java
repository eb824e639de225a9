package org.groupdigest.udfs.pii;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed pseudonyms: the first bytes of HMAC-SHA-256 (RFC 2104) over tenant, kind and value, each
 * preceded by its length, so that no two different triples are the same message.
 *
 * <p>A pseudonym has {@value #HEX_DIGITS} hex digits. Four would read better but fail their
 * purpose: of 1,000 numbers in a tenant some 8 pairs would share a pseudonym and two people would
 * be taken for one; with 32 bits the chance of a single such pair is one in 9,000, and 1 % only at
 * 9,000 numbers. A short pseudonym is no defence either: without the key it cannot be computed at
 * any length, and with the key an attacker who guesses a number is confirmed by four digits as
 * well. More digits would cost tokens in every prompt and, were the key ever lost, leave no doubt
 * at all which value is meant.
 */
final class Pseudonyms {

  static final int HEX_DIGITS = 8;
  static final int MIN_KEY_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";

  // Ready with the key; copied for each pseudonym, since it is used from many threads.
  private final Mac prototype;

  Pseudonyms(byte[] key) {
    if (key == null || key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key for pseudonyms needs at least " + MIN_KEY_BYTES + " bytes");
    }
    this.prototype = macWith(key);
  }

  String of(String tenantId, String kind, String canonicalValue) {
    Mac mac = copy();
    update(mac, tenantId);
    update(mac, kind);
    update(mac, canonicalValue);
    return HexFormat.of().formatHex(mac.doFinal(), 0, HEX_DIGITS / 2);
  }

  private static Mac macWith(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private Mac copy() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's " + ALGORITHM + " can be copied", e);
    }
  }

  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }
}
