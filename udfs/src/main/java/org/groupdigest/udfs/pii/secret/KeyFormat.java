package org.groupdigest.udfs.pii.secret;

import java.util.List;
import org.groupdigest.udfs.pii.scan.FoldedText;

/**
 * The published form of an access key: a fixed beginning and a tail of letters, digits, hyphens and
 * underscores.
 *
 * @param prefix what every key of the issuer starts with, case matters
 * @param minTail fewest chars after the prefix
 */
record KeyFormat(String prefix, int minTail) {

  /** Issuers in the order of trial. */
  static final List<KeyFormat> KNOWN =
      List.of(
          // Amazon Web Services
          new KeyFormat("AKIA", 16),
          new KeyFormat("ASIA", 16),
          new KeyFormat("AROA", 16),
          new KeyFormat("AIDA", 16),
          // GitHub, GitLab
          new KeyFormat("ghp_", 30),
          new KeyFormat("gho_", 30),
          new KeyFormat("ghu_", 30),
          new KeyFormat("ghs_", 30),
          new KeyFormat("ghr_", 30),
          new KeyFormat("github_pat_", 20),
          new KeyFormat("glpat-", 16),
          // Slack
          new KeyFormat("xoxb-", 10),
          new KeyFormat("xoxp-", 10),
          new KeyFormat("xoxa-", 10),
          new KeyFormat("xoxr-", 10),
          new KeyFormat("xoxs-", 10),
          new KeyFormat("xapp-", 10),
          // OpenAI, Anthropic and others in their style; Hugging Face
          new KeyFormat("sk-", 20),
          new KeyFormat("hf_", 30),
          // Google
          new KeyFormat("AIza", 30),
          new KeyFormat("ya29.", 20),
          new KeyFormat("GOCSPX-", 20),
          // Stripe
          new KeyFormat("sk_live_", 16),
          new KeyFormat("sk_test_", 16),
          new KeyFormat("rk_live_", 16),
          new KeyFormat("pk_live_", 16),
          new KeyFormat("whsec_", 16),
          // Package registries
          new KeyFormat("npm_", 30),
          new KeyFormat("pypi-", 30),
          new KeyFormat("dckr_pat_", 20),
          // Yandex, DigitalOcean, Shopify, Vault, SendGrid
          new KeyFormat("AQVN", 30),
          new KeyFormat("y0_", 30),
          new KeyFormat("t1.", 30),
          new KeyFormat("dop_v1_", 30),
          new KeyFormat("shpat_", 20),
          new KeyFormat("hvs.", 20),
          new KeyFormat("SG.", 20));

  /** Whether a text has, at a place, the beginning of a key that consists of parts with dots. */
  static boolean startsDotted(String text, int start) {
    return KNOWN.stream().anyMatch(f -> f.prefix.endsWith(".") && text.startsWith(f.prefix, start));
  }

  /** Whether a token has one of the known forms. A key without any digit is a name, not a key. */
  static boolean matches(String token) {
    for (KeyFormat format : KNOWN) {
      if (token.length() >= format.prefix.length() + format.minTail
          && token.startsWith(format.prefix)) {
        return token.chars().anyMatch(c -> FoldedText.isDigit((char) c));
      }
    }
    return false;
  }
}
