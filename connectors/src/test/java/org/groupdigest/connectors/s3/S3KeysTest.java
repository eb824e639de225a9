package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class S3KeysTest {
  private static final List<String> HOSTILE =
      List.of(
          "",
          ".",
          "..",
          "...",
          "a/b",
          "../x",
          "/",
          "a:b",
          "%",
          "%2F",
          "!",
          "!2F",
          "!e",
          "!h",
          "!h" + "0".repeat(64),
          "'; DROP",
          "\"",
          "\\",
          "\u0000",
          "a\nb",
          " ",
          "🙂",
          "\uD83D",
          "\uDE42",
          "x".repeat(128),
          "ж".repeat(128),
          "x".repeat(250),
          "x".repeat(251));

  @Example
  void idsAreWrittenAsThisForEver() {
    assertThat(HOSTILE.subList(0, 14).stream().map(S3Keys::encode))
        .containsExactly(
            "!e",
            "!2E",
            "!2E.",
            "!2E..",
            "a!2Fb",
            "!2E.!2Fx",
            "!2F",
            "a!3Ab",
            "!25",
            "!252F",
            "!21",
            "!212F",
            "!21e",
            "!21h");
    assertThat(S3Keys.encode("Team_1-a.b")).isEqualTo("Team_1-a.b");
    assertThat(S3Keys.encode("Жё\uD83D")).isEqualTo("!u0416!u0451!uD83D");
    assertThat(S3Keys.encode("ж".repeat(128))).startsWith("!h").hasSize(66);
    assertThat(S3Keys.prefix("group", "a/b", "..")).isEqualTo("group/a!2Fb/!2E./");
  }

  @Property
  void aSegmentIsPlainTextThatLeadsNowhereElse(@ForAll("ids") String id) {
    assertThat(S3Keys.encode(id))
        .matches("[A-Za-z0-9_!-][A-Za-z0-9._!-]*")
        .hasSizeBetween(1, S3Keys.LONGEST_SEGMENT);
  }

  @Property
  void anIdIsReadBackUnlessItIsTooLong(@ForAll("ids") String id) {
    String segment = S3Keys.encode(id);
    if (segment.startsWith("!h")) {
      assertThat(S3Keys.decode(segment)).isEmpty();
    } else {
      assertThat(S3Keys.decode(segment)).contains(id);
    }
  }

  @Property
  void noTwoIdsShareASegmentAndNonesPrefixHoldsAnothers(
      @ForAll("ids") String one, @ForAll("ids") String other) {
    if (!one.equals(other)) {
      assertThat(S3Keys.encode(one)).isNotEqualTo(S3Keys.encode(other));
      assertThat(S3Keys.prefix(one)).doesNotStartWith(S3Keys.prefix(other));
      assertThat(S3Keys.prefix(one, other)).isNotEqualTo(S3Keys.prefix(other, one));
    }
  }

  @Property
  void whereAnIdEndsIsNeverInDoubt(@ForAll("ids") String one, @ForAll("ids") String other) {
    assertThat(S3Keys.prefix(one, other)).isNotEqualTo(S3Keys.prefix(one + "/" + other));
    assertThat(S3Keys.prefix(one, other).split("/", -1)).hasSize(3);
  }

  @Property
  void whatIsReadIsWhatWouldBeWritten(@ForAll("segments") String text) {
    S3Keys.decode(text).ifPresent(id -> assertThat(S3Keys.encode(id)).isEqualTo(text));
  }

  @Example
  void otherWaysToWriteAnIdAreNotRead() {
    assertThat(
            List.of("", ".", "!", "!2", "!u04", "!2f", "!41", "!u0041", "a/b", "!zz", "!+1", "!-1"))
        .allSatisfy(text -> assertThat(S3Keys.decode(text)).as(text).isEmpty());
    assertThat(S3Keys.encode("A/").toLowerCase(Locale.ROOT)).isEqualTo("a!2f");
  }

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(128);
    Arbitrary<String> nasty = Arbitraries.strings().withChars("./!%:eh2Fu-_a").ofMaxLength(6);
    return Arbitraries.oneOf(Arbitraries.of(HOSTILE), anything, nasty);
  }

  @Provide
  Arbitrary<String> segments() {
    return Arbitraries.strings().withChars("!u0123456789ABCDEFabcdef.-_eh/").ofMaxLength(12);
  }
}
