package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.PiiKind;

/** Texts of tests in which the only value to be masked stands between « and ». */
public final class PiiTexts {

  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));

  private PiiTexts() {}

  /** Asserts that exactly the marked value is found. */
  public static void assertFound(PiiKind kind, String marked) {
    assertFound(kind, marked, List.of());
  }

  /** Asserts that exactly the marked value is found in a chat of these countries. */
  public static void assertFound(PiiKind kind, String marked, List<String> regions) {
    String text = marked.replace("«", "").replace("»", "");
    List<PiiSpan> spans = MASKER.find(text, PhoneRegions.of(regions));
    assertThat(spans).as(text).extracting(PiiSpan::kind).containsExactly(kind);
    int start = text.offsetByCodePoints(0, spans.get(0).start());
    int end = text.offsetByCodePoints(0, spans.get(0).end());
    assertThat(text.substring(start, end))
        .isEqualTo(marked.substring(marked.indexOf('«') + 1, marked.indexOf('»')));
  }

  /** Asserts that nothing is found. */
  public static void assertNothing(String text) {
    assertNothing(text, List.of());
  }

  /** Asserts that nothing is found in a chat of these countries. */
  public static void assertNothing(String text, List<String> regions) {
    assertThat(MASKER.find(text, PhoneRegions.of(regions))).as(text).isEmpty();
  }

  /** The text after masking. */
  public static String masked(String text) {
    return MASKER.mask("acme", text).text();
  }
}
