package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Test
  void areRunsOfLettersAndDigitsInLowerCase() {
    assertThat(Tokens.of("Релиз v2 — в четверг, ОК? build_77"))
        .containsExactly("релиз", "v2", "четверг", "ок", "build", "77");
  }

  @Test
  void ofOneCharacterAreNone() {
    assertThat(Tokens.of("a b я 1 !")).isEmpty();
  }

  @Test
  void keepRepeatsInOrder() {
    assertThat(Tokens.of("да нет да")).containsExactly("да", "нет", "да");
  }

  @Test
  void comeInAnyScript() {
    assertThat(Tokens.of("שלום 会议 γεια")).containsExactly("שלום", "会议", "γεια");
  }

  @Test
  void areMeasuredInCodePoints() {
    String oneLetterOfTwoUnits = new String(Character.toChars(0x10400));

    assertThat(Tokens.of(oneLetterOfTwoUnits)).isEmpty();
    assertThat(Tokens.of(oneLetterOfTwoUnits.repeat(2))).hasSize(1);
  }

  @Test
  void endWithTheText() {
    assertThat(Tokens.of("the end")).containsExactly("the", "end");
  }

  @ParameterizedTest
  @CsvSource({
    "我带投影仪和长电缆, 我|带|投影|仪|和|长|电缆",
    "我帶投影機來工作坊, 我|帶|投影機|來|工作|坊",
    "新しい刃が必要です, 新しい|刃|必要|です",
    "ฉันสั่งใบเลื่อยวันนี้, ฉัน|สั่ง|ใบ|เลื่อย|วัน|นี้",
    "ຂ້ອຍຈະເອົາສາຍຍາວມາ, ຂ້ອຍ|ຈະ|ເອົາ|ສາຍ|ຍາວ|ມາ"
  })
  void ofScriptsWithoutBlanksAreWordsOfADictionary(String text, String tokens) {
    assertThat(Tokens.of(text)).containsExactly(tokens.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"សោទ្វារខាងក្រោយនៅជាមួយអ្នកយាម", "ဆာဗာအသစ်ကိုဒီနေ့ပဲမှာဖို့ဆုံးဖြတ်လိုက်တယ်"})
  void ofKhmerAndMyanmarAreSeveralThatMakeUpTheText(String text) {
    assertThat(Tokens.of(text)).hasSizeGreaterThan(4);
    assertThat(String.join("", Tokens.of(text))).isEqualTo(text);
  }

  @Test
  void ofTibetanAreItsSyllables() {
    assertThat(Tokens.of("ཚོགས་འདུ་ཆུ་ཚོད་")).containsExactly("ཚོགས", "འདུ", "ཆུ", "ཚོད");
  }

  @Test
  void keepVowelSignsWithTheirLetters() {
    assertThat(Tokens.of("हिन्दी में काम")).containsExactly("हिन्दी", "में", "काम");
    assertThat(Tokens.of("שָׁלוֹם சர்வர்")).containsExactly("שָׁלוֹם", "சர்வர்");
  }

  @Test
  void ofAnotherScriptStayWholeInTextWithoutBlanks() {
    assertThat(Tokens.of("用iPhone15拍照，版本v2")).containsExactly("用", "iphone15", "拍照", "版本", "v2");
    assertThat(Tokens.of("ทำdeploy2ครั้ง")).containsExactly("ทำ", "deploy2", "ครั้ง");
  }

  @Test
  void ofFullAndHalfWidthAreTheOrdinaryOnes() {
    assertThat(Tokens.of("ＤＩＧＥＳＴ ２０２６年 ﾃｽﾄ")).containsExactly("digest", "2026", "年", "テスト");
  }

  @Test
  void ofKoreanAreItsWordsBetweenBlanks() {
    assertThat(Tokens.of("오늘 회의는 몇 시에")).containsExactly("오늘", "회의는", "시에");
  }

  @Test
  void ofEmojiSequencesAreNone() {
    assertThat(Tokens.of("👨‍👩‍👧‍👦 ❤️ 🇨🇿 1️⃣2️⃣ 👍🏽 ☎️")).isEmpty();
  }

  @Test
  void splitAtAccentsThatAreWrittenApartAsEver() {
    assertThat(Tokens.of("cafe\u0301s")).containsExactly("cafe");
  }

  /** The definition, read literally, for text in scripts with blanks. */
  @Property
  void ofLatinAndCyrillicAreRunsOfTwoOrMore(@ForAll @CharRange(from = 0, to = 0x58F) String text) {
    List<String> runs =
        Pattern.compile("[\\p{L}\\p{Nd}]{2,}")
            .matcher(text)
            .results()
            .map(run -> run.group().toLowerCase(Locale.ROOT))
            .toList();

    assertThat(Tokens.of(text)).isEqualTo(runs);
  }

  @Property
  void areFoundInAnyText(@ForAll String text) {
    assertThat(Tokens.of(text)).allSatisfy(token -> assertThat(token).isNotEmpty());
  }

  @Test
  void ofNothingAreNone() {
    assertThat(Tokens.of(null)).isEmpty();
    assertThat(Tokens.of("")).isEmpty();
    assertThat(Tokens.of("👍🎉")).isEmpty();
  }
}
