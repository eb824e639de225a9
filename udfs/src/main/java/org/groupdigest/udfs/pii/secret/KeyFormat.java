package org.groupdigest.udfs.pii.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groupdigest.udfs.pii.scan.FoldedText;

/**
 * The published form of an access key: a fixed beginning and a tail of letters, digits, hyphens and
 * underscores.
 *
 * @param prefix what every key of the issuer starts with, case matters
 * @param minTail fewest chars after the prefix
 */
record KeyFormat(String prefix, int minTail) {

  /** Issuers, as they document their keys. */
  private static final List<KeyFormat> KNOWN =
      table(
          """
          AKIA 16, ASIA 16, AROA 16, AIDA 16, ABIA 16, ACCA 16,
          ghp_ 30, gho_ 30, ghu_ 30, ghs_ 30, ghr_ 30, github_pat_ 20,
          glpat- 16, gldt- 16, glrt- 16, glcbt- 16, glptt- 30, glsoat- 16, glft- 16, glimt- 16,
          glagent- 30, gloas- 30, GR1348941 16,
          xoxb- 10, xoxp- 10, xoxa- 10, xoxr- 10, xoxs- 10, xoxe- 10, xoxe. 10, xoxd- 10, xoxc- 10,
          xapp- 10, xwfp- 10,
          sk- 20, hf_ 30, gsk_ 30, pplx- 30, xai- 30, r8_ 30, tvly- 16, lsv2_ 30, api_org_ 30,
          AIza 30, ya29. 20, GOCSPX- 20,
          sk_live_ 16, sk_test_ 16, rk_live_ 16, rk_test_ 16, pk_live_ 16, whsec_ 16,
          npm_ 30, pypi- 30, rubygems_ 30, dckr_pat_ 20, dckr_oat_ 20, CLOJARS_ 40, AKCp 60,
          AQVN 30, y0_ 30, t1. 30, vk1. 30, LTAI 16, AKID 28,
          dop_v1_ 30, doo_v1_ 30, dor_v1_ 30, HRKU- 30, rnd_ 28, fo1_ 30, fm2_ 30, nfp_ 30,
          shpat_ 20, shpca_ 20, shppa_ 20, shpss_ 20, shpua_ 20,
          hvs. 20, hvb. 20, hvr. 20, dp.pt. 30, dp.st. 30, ops_eyJ 60, AGE-SECRET-KEY-1 50,
          SG. 20, xkeysib- 40, xsmtpsib- 40,
          ntn_ 30, secret_ 40, lin_api_ 30, lin_oauth_ 30, PMAK- 30, ATATT3 40, ATCTT3 40, ATBB 24,
          figd_ 30, sntrys_ 30, sntryu_ 30, glc_ 30, glsa_ 30, NRAK- 20, NRAA- 20, dt0c01. 30,
          pscale_tkn_ 30, pscale_pw_ 30, pul- 30, sbp_ 30, sb_secret_ 16, pnu_ 30,
          rdme_ 30, tfp_ 30, shippo_live_ 30, CFPAT- 30, FLWSECK 20, sq0atp- 20, sq0csp- 30,
          vcp_ 30, vci_ 30, vca_ 30, vcr_ 30, vck_ 30, cfk_ 30, cfut_ 30, cfat_ 30,
          EAAA 56, EAA 80, duffel_live_ 30, EZAK 40, EZTK 40, aio_ 26
          """);

  private static final Map<String, List<KeyFormat>> BY_START =
      KNOWN.stream().collect(Collectors.groupingBy(format -> format.prefix.substring(0, 2)));

  private static final String FIRST_CHARS =
      KNOWN.stream()
          .map(format -> format.prefix.substring(0, 1))
          .distinct()
          .collect(Collectors.joining());

  private static List<KeyFormat> table(String entries) {
    return Arrays.stream(entries.split(","))
        .map(entry -> entry.strip().split(" "))
        .map(entry -> new KeyFormat(entry[0], Integer.parseInt(entry[1])))
        .toList();
  }

  /** Whether a text has, at a place, the beginning of a key that consists of parts with dots. */
  static boolean startsDotted(String text, int start) {
    // A loop, since this runs for every word of a chat.
    for (KeyFormat format : startingAs(text, start)) {
      if (format.prefix.indexOf('.') > 0 && text.startsWith(format.prefix, start)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token has one of the known forms. A key without any digit is a name, not a key. */
  static boolean matches(String token) {
    for (KeyFormat format : startingAs(token, 0)) {
      if (token.length() >= format.prefix.length() + format.minTail
          && token.startsWith(format.prefix)) {
        return token.chars().anyMatch(c -> FoldedText.isDigit((char) c));
      }
    }
    return false;
  }

  private static List<KeyFormat> startingAs(String text, int start) {
    return start + 2 > text.length() || FIRST_CHARS.indexOf(text.charAt(start)) < 0
        ? List.of()
        : BY_START.getOrDefault(text.substring(start, start + 2), List.of());
  }
}
