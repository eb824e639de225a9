package org.groupdigest.udfs.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void marksAndLineFeedsEndASentence() {
    assertThat(Sentences.of("It broke. Why? Look!\nfresh line"))
        .containsExactly("It broke.", "Why?", "Look!", "fresh line");
  }

  @Test
  void russianSentencesAreSplitTheSameWay() {
    assertThat(Sentences.of("Всё упало. Почему? Смотрим…  Разобрались!"))
        .containsExactly("Всё упало.", "Почему?", "Смотрим…", "Разобрались!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use e.g. the second one",
        "В т.ч. вчерашние, и т.д. и т.п. тоже",
        "Version 2.3 of app.conf is at docs.example.org/a.b now",
        "Ask J. Doe about it",
        "Это стоит 5 тыс. рублей",
        "В 2024 г. открыли станцию",
        "wait... what about the other one",
        "1. first of the list"
      })
  void whatOnlyLooksLikeAnEndIsNone(String text) {
    assertThat(Sentences.of(text)).containsExactly(text);
  }

  @Test
  void closingQuotesAndBracketsStayWithTheirSentence() {
    assertThat(Sentences.of("He said \"stop.\" Then he left. (Really.) Yes."))
        .containsExactly("He said \"stop.\"", "Then he left.", "(Really.)", "Yes.");
  }

  @Test
  void repeatedMarksAreOneEnd() {
    assertThat(Sentences.of("What?!?! No way!!! ok"))
        .containsExactly("What?!?!", "No way!!!", "ok");
  }

  @Test
  void theFirstPersonPronounIsNoInitial() {
    assertThat(Sentences.of("So did I. They left.")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "锯子坏了。谁能修？我来！; 锯子坏了。|谁能修？|我来！",
        "他说：“好。”然后走了。; 他说：“好。”|然后走了。",
        "真的吗?我来.现在就去; 真的吗?|我来.|现在就去",
        "カメラがありません。誰か貸してくれますか？「はい。」と言った; カメラがありません。|誰か貸してくれますか？|「はい。」|と言った",
        "सर्वर बंद है। कौन देखेगा?; सर्वर बंद है।|कौन देखेगा?",
        "تعطل الخادم؟ نعم. سأنظر; تعطل الخادم؟|نعم.|سأنظر",
        "Սերվերը անջատվեց։ Նայեցի։; Սերվերը անջատվեց։|Նայեցի։",
        "សោនៅទីនេះ។យើងទៅ។; សោនៅទីនេះ។|យើងទៅ។"
      })
  void marksOfOtherScriptsEndASentence(String text, String sentences) {
    assertThat(Sentences.of(text)).containsExactly(sentences.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"长度是3.5米", "用v2.0版", "ฉันสั่งใบเลื่อยได้ ราคาสี่สิบยูโร", "用deploy.sh吧"})
  void numbersNamesAndShortClausesOfScriptsWithoutBlanksStayWhole(String text) {
    assertThat(Sentences.of(text)).containsExactly(text);
  }

  @Test
  void thaiSentencesEndAtABlankAfterAParticleOrOnceTheyAreLong() {
    assertThat(Sentences.of("ระบบล่มอีกแล้วครับ ใครช่วยดูหน่อยได้ไหม ผมไม่ว่าง"))
        .containsExactly("ระบบล่มอีกแล้วครับ", "ใครช่วยดูหน่อยได้ไหม", "ผมไม่ว่าง");
    String clause = "เราจะย้ายเซิร์ฟเวอร์ทั้งหมดไปที่ห้องใหม่ในวันเสาร์หน้าตอนเช้าตรู่";
    assertThat(Sentences.of(clause + " " + clause)).containsExactly(clause, clause);
  }

  @Test
  void questionMarksOfAnyScriptAsk() {
    assertThat(Sentences.isQuestion("谁来？")).isTrue();
    assertThat(Sentences.isQuestion("من سيأتي؟")).isTrue();
    assertThat(Sentences.isQuestion("who?")).isTrue();
    assertThat(Sentences.isQuestion("我来。")).isFalse();
    assertThat(Sentences.isQuestion("")).isFalse();
  }

  @Test
  void noBlankAndNoLatinStopStandsBetweenHanAndKana() {
    assertThat(Sentences.gap("锯子坏了。", "谁来？")).isEmpty();
    assertThat(Sentences.gap("Server down.", "谁来？")).isEqualTo(" ");
    assertThat(Sentences.stop('了')).isEqualTo("。");
    assertThat(Sentences.stop('ม')).isEmpty();
    assertThat(Sentences.stop('d')).isEqualTo(".");
  }

  @Test
  void nothingHasNoSentences() {
    assertThat(Sentences.of(null)).isEmpty();
    assertThat(Sentences.of(" \n \n")).isEmpty();
  }

  @Property(tries = 300)
  void noCharacterIsLostOrAdded(@ForAll String text) {
    String joined = String.join("", Sentences.of(text)).replaceAll("[\\s\\p{Z}\\p{C}]", "");
    assertThat(joined).isEqualTo(text.replaceAll("[\\s\\p{Z}\\p{C}]", ""));
  }
}
