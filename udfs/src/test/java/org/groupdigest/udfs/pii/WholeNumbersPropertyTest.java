package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.udfs.pii.phone.RegionCodes;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.PiiKind;

/** A text with one number in it has after masking all of the number's digits or none. */
class WholeNumbersPropertyTest {

  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));
  private static final List<String> COUNTRIES =
      RegionCodes.parse("RU,UA,BY,KZ,US,GB,DE,FR,ES,IT,PL,CZ,NL,SE,NO,DK,TR,IL,AE,IN,CN,JP");

  @Property(tries = 20_000)
  void numberIsMaskedWholeOrNotAtAll(
      @ForAll("numbers") String number,
      @ForAll("carriers") String carrier,
      @ForAll("regions") List<String> regions) {
    String text = carrier.replace("#", number);

    List<PiiSpan> spans = MASKER.find(text, PhoneRegions.of(regions));

    // Four groups with dots are an address whatever stands before them.
    Assume.that(spans.stream().noneMatch(span -> span.kind() == PiiKind.IP));
    int start = carrier.indexOf('#');
    long open =
        IntStream.range(start, start + number.length())
            .filter(i -> Character.isDigit(text.charAt(i)))
            .filter(i -> spans.stream().noneMatch(s -> s.start() <= i && i < s.end()))
            .count();
    long digits = number.chars().filter(Character::isDigit).count();
    assertThat(open).as(text + " " + spans).isIn(0L, digits);
  }

  /** Two to six groups of digits that are parted alike, with or without a prefix. */
  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<List<String>> groups =
        Arbitraries.strings()
            .numeric()
            .ofMinLength(1)
            .ofMaxLength(5)
            .list()
            .ofMinSize(1)
            .ofMaxSize(6);
    Arbitrary<String> prefixes = Arbitraries.of("", "", "+", "+7 ", "8 ", "0", "00", "+33 ");
    Arbitrary<String> separators = Arbitraries.of(" ", "-", ".", " ", "/");
    return Combinators.combine(prefixes, groups, separators)
        .as(
            (prefix, parts, separator) ->
                prefix + parts.stream().collect(Collectors.joining(separator)));
  }

  @Provide
  Arbitrary<String> carriers() {
    return Arbitraries.of(
        "#",
        "call me on # tomorrow",
        "мой телефон # звоните",
        "# is my number",
        "mon numéro : #",
        "Anna #",
        "карта #",
        "see # for more");
  }

  @Provide
  Arbitrary<List<String>> regions() {
    return Arbitraries.of(
        List.of(), List.of("RU"), List.of("US", "GB"), List.of("FR", "ES", "DK"), COUNTRIES);
  }
}
