package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource({
    "ru, Коллеги перенесём встречу на завтра",
    "en, Could someone review my pull request please",
    "uk, Добрий вечір чи хтось уже дивився новий звіт",
    "bg, Добър ден ще има ли среща утре сутринта",
    "kk, Сәлем бүгін жиналыс болады ма",
    "de, Guten Morgen wann ist heute die Besprechung",
    "es, Buenos días a qué hora es la reunión de hoy",
    "fr, Bonjour à quelle heure est la réunion demain",
    "tr, Günaydın bugünkü toplantı saat kaçta başlıyor",
    "ja, おはようございます会議は何時ですか",
    "zh, 今天下午的会议改到几点",
    "zh, 今天下午的會議改到幾點",
    "zh, 我们用Kubernetes部署staging环境了吗",
    "th, พรุ่งนี้ประชุมกี่โมงครับ",
    "lo, ກອງປະຊຸມມື້ອື່ນເລີ່ມສິບໂມງ",
    "km, កិច្ចប្រជុំថ្ងៃស្អែកចាប់ផ្តើមម៉ោងដប់",
    "my, မနက်ဖြန် အစည်းအဝေး ဘယ်အချိန်လဲ",
    "bo, ཚོགས་འདུ་ཆུ་ཚོད་ག་ཚོད་ལ་ཡོད",
    "ka, ხვალინდელი შეხვედრა რომელ საათზეა",
    "hy, Վաղը հանդիպումը քանիսի՞ն է",
    "ru, Privet vsem zavtra vstrechaemsya u metro v sem",
    "ru, ya segodnja ne priedu izvinite",
    "ru, a pochemu nikto ne skazal chto vstrecha otmenena?",
    "ko, 오늘 회의는 몇 시에 시작하나요",
    "el, Καλημέρα τι ώρα είναι η συνάντηση",
    "he, בוקר טוב מתי הפגישה היום"
  })
  void knowsASentence(String language, String text) {
    assertThat(detector.detect(text)).isEqualTo(language);
  }

  @Test
  void takesAChatFullOfForeignTermsForWhatItIs() {
    assertThat(
            detector.detect(
                List.of(
                    "deploy на staging упал, смотри logs в Kibana",
                    "rollback сделал, pull request с hotfix открыл",
                    "ок, approve")))
        .isEqualTo("ru");
  }

  @Test
  void takesAnEnglishChatWithAGreetingInCyrillicForEnglish() {
    assertThat(
            detector.detect(
                List.of(
                    "привет!",
                    "hey, did the nightly build pass on the new runners?",
                    "it did, but two of the integration tests were skipped again")))
        .isEqualTo("en");
  }

  @Test
  void guessesThatVeryShortMessagesAreInOneOfTheMainLanguages() {
    assertThat(detector.detect("hi")).isEqualTo("en");
    assertThat(detector.detect("привет")).isEqualTo("ru");
  }

  @Test
  void saysSoWhenThereIsNothingToJudge() {
    assertThat(detector.detect(List.of())).isEqualTo("und");
    assertThat(detector.detect(List.of("", "👍👍", "12:30!", "+1", "👨‍👩‍👧‍👦", "1️⃣")))
        .isEqualTo("und");
  }

  @Test
  void doesNotReadAddressesNamesAndPlaceholders() {
    assertThat(
            detector.detect("https://example.org/some/english/words @nickname [phone:7f3a] #topic"))
        .isEqualTo("und");
    assertThat(detector.detect("Смотрите https://example.org/a/very/long/english/address/here"))
        .isEqualTo("ru");
  }

  @Test
  void looksAtAllOfALongChatNotOnlyAtItsStart() {
    List<String> chat = new ArrayList<>(Collections.nCopies(300, "Good morning everybody"));
    chat.addAll(Collections.nCopies(2700, "Всем привет, начинаем созвон через пять минут"));

    assertThat(detector.detect(chat)).isEqualTo("ru");
  }

  @Test
  void isNotLedByOneLongMessage() {
    List<String> chat =
        new ArrayList<>(List.of("at java.lang.Thread.run(Thread.java) ".repeat(500)));
    chat.addAll(Collections.nCopies(10, "Опять упало, кто посмотрит?"));

    assertThat(detector.detect(chat)).isEqualTo("ru");
  }

  @Test
  void answersManyThreadsAlike() {
    Set<String> answers = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> answers.add(new LanguageDetector().detect("Where is the agenda for today?")));

    assertThat(answers).containsExactly("en");
  }
}
