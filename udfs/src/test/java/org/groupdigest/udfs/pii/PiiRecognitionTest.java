package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind takes and what it leaves alone; the value is marked by « and ». */
class PiiRecognitionTest {

  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));

  private static void assertFound(PiiKind kind, String marked) {
    String text = marked.replace("«", "").replace("»", "");
    List<PiiSpan> spans = MASKER.find(text);
    assertThat(spans).extracting(PiiSpan::kind).containsExactly(kind);
    PiiSpan span = spans.get(0);
    assertThat(text.substring(span.start(), span.end()))
        .isEqualTo(marked.substring(marked.indexOf('«') + 1, marked.indexOf('»')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "пиши «+7 903 555-12-34», это мой",
        "пиши «8(903)555-12-34»!",
        "тел.«89035551234»",
        "t.me/«+79035551234»",
        "wa.me/«79035551234»",
        "«8 800 555 35 35» бесплатно",
        "моб. «9035551234»",
        "офис «(495) 123-45-67»",
        "позвони 12 мая на «123-45-67»",
        "ring «+44 20 7946 0958»",
        "«020 7946 0958» before noon",
        "«(212) 555-0142» or mail",
        "«1-800-555-0199 ext. 12»",
        "«001-212-555-0142»",
        "«+380 50 123 45 67»",
        "«380501234567»",
        "«+49 30 901820»",
        "Mobile: «27-54-61-93»",
        "«482 6617» office",
        "my number is «5551234»",
        "«+41 (0)44 668 18 00»"
      })
  void phones(String marked) {
    assertFound(PiiKind.PHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "встреча 12.05.2024 в 18:30, потом 2024-05-13 10:15:00",
        "call me on 12-05-2024 or 05/12/2024",
        "цена 1 250 000 руб, 89 990 ₽ или $1,234,567.89",
        "позвони, отдам за 1 500 000 рублей",
        "заказ 12345678, order 89035551234, id 9035551234",
        "позвони по заказу 12345678",
        "чат -1001234567890, сообщение 123456789",
        "https://example.org/news/89035551234?id=79035551234",
        "55.755826, 37.617300",
        "550e8400-e29b-41d4-a716-446655440000",
        "87654321-4321-4765-9810-210987654321",
        "1700000000 1700000000000 20240512183000",
        "0.4 3170 815 ? S 14:02",
        "0-12 1-15 1-6 0-4 backup",
        "1 disk 0 2011-07-14 21:05",
        "call89035551234()",
        "IMG_89035551234",
        "1 2 3 4 5 6 7 8 9 10",
        "+5 000 000 к карме",
        "078-05-1120 is no phone",
        "ISBN 978-3-16-148410-0",
        "0.89035551234"
      })
  void otherNumbersAreNoPhones(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "пиши на «anna.k+news@mail.example.org».",
        "<«a@b.co»>",
        "почта: «анна@почта.рф»",
        "mailto:«x@example.org»?subject=1",
        "email=«x@example.org»",
        "«\"anna k\"@example.org»",
        "«x@xn--80a1acny.xn--p1ai»",
        "«x@[192.0.2.1]»",
        "«ann@example.org»-рабочая"
      })
  void emails(String marked) {
    assertFound(PiiKind.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@anna",
        "git@example.org:team/repo.git",
        "icon@2x.png",
        "https://example.org/@anna.k",
        "lodash@4.17.21",
        "a @ b.c",
        "anna@localhost",
        "x@-y.org",
        "..@example.org"
      })
  void otherAtSignsAreNoEmails(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«4111111111111111»",
        "карта «4111 1111 1111 1111» 12/27",
        "«4111-1111-1111-1111»",
        "«3782 822463 10005»",
        "«2200 0000 0000 0004»",
        "(«30569309025904»)"
      })
  void cards(String marked) {
    assertFound(PiiKind.CARD, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112", // Luhn
        "9999999999999995", // no scheme
        "x4111111111111111",
        "41111111111111110000000",
        "https://example.org/4111111111111111"
      })
  void otherNumbersAreNoCards(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«DE89 3704 0044 0532 0130 00» please",
        "«GB82WEST12345698765432».",
        "«gb82 west 1234 5698 7654 32»",
        "«ВЕ68 5390 0754 7034»"
      })
  void ibans(String marked) {
    assertFound(PiiKind.IBAN, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DE88370400440532013000", "XX89370400440532013000", "aDE89370400440532013000"})
  void otherNumbersAreNoIbans(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SNILS; «112-233-445 95»",
        "SNILS; снилс: «11223344595»",
        "SNILS; «112 233 445 95» мой",
        "INN; «500100732259»",
        "INN; ИНН: ____«7812345097»____",
        "INN; «7812345097» инн фирмы",
        "PASSPORT; паспорт «4508 123456»",
        "PASSPORT; серия «4508 номер 123456»",
        "PASSPORT; «45 08 123456»",
        "PASSPORT; «4508 № 123456» выдан",
        "PASSPORT; загранпаспорт «71 1234567»"
      })
  void russianDocuments(PiiKind kind, String marked) {
    assertFound(kind, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "112-233-445 96", // check digits
        "снилс 112-233-445 96",
        "500100732250", // check digits
        "7812345097", // a company that is not named
        "4508 123456", // may be anything
        "00 08 123456", // no such region
        "function112-233-445 95()"
      })
  void otherNumbersAreNoRussianDocuments(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping «192.0.2.17»!",
        "http://«10.0.0.1»:8080/x",
        "addr:«10.0.0.1»",
        "ssh root@«10.0.0.1»",
        "«2001:db8::ff00:42:8329»/64",
        "«fe80::1»%eth0",
        "localhost («::1»)",
        "«::ffff:192.0.2.1»",
        "dns 192 -> «8.8.8.8»"
      })
  void addresses(String marked) {
    assertFound(PiiKind.IP, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version 1.2.3.4",
        "v1.2.3.4",
        "версия 10.0.19.1",
        "Firefox 3.0.0.14 и ядро 2.6.31.5",
        "Chrome/120.0.0.0",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3",
        "std::vector<int>",
        "a::b",
        "::",
        "00:1a:2b:3c:4d:5e",
        "20:23:04",
        "1:2:3:4:5:6:7:8:9"
      })
  void otherDotsAndColonsAreNoAddresses(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key «AKIAABCDEFGHIJKLMNO1»",
        "«ghp_abcdefghijklmnopqrstuvwxyz0123456789»",
        "«sk-proj-abcdefghijklmnop0123456789»",
        "«704215389:QxW3rTy6uIo9pAs2dFg5hJk8lZx1cVb4nM7»",
        "https://api.telegram.example/bot«704215389:QxW3rTy6uIo9pAs2dFg5hJk8lZx1cVb4nM7»/getMe",
        "«ya29.a0abcdefghijklmnopqrstuvwxyz0123»",
        "«SG.abcdefghijklmnop.qrstuvwxyz0123456789»",
        "Authorization: Bearer «abcdef0123456789abcdef»",
        "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl»",
        "-«-----BEGIN PRIVATE KEY-----\nMIIBVQ==\n-----END PRIVATE KEY-----»",
        "password=«qwerty»",
        "DB_PASSWORD=\"«correct horse»\"",
        "пароль: «солнышко»",
        "пароль от вайфая «12345qwe», никому",
        "пароль «123456»",
        "api key: «9f8e7d6c5b4a3f2e»",
        "?access_token=«abc123def456»&x=1",
        "{\"client_secret\": \"«abc123def456»\"}"
      })
  void secrets(String marked) {
    String value = marked.startsWith("-«") ? marked.substring(1) : marked;
    assertFound(PiiKind.SECRET, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password is blank",
        "my password is too short",
        "password: ?",
        "password=$DB_PASSWORD",
        "token = getToken(user)",
        "secret=null",
        "sudo passwd -l root",
        "no token for build 20240117x",
        "5d41402abc4b2a76b9719d911017c592",
        "sk-learn-is-a-library-for-everybody",
        "ALL=NOPASSWD: ALL",
        "bearer of bad news"
      })
  void otherWordsAreNoSecrets(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://«bob:hunter2»@example.org/x",
        "postgres://«app:p@ss»@db/main",
        "redis://«:s3cr3t»@cache",
        "https://«abcdef0123456789abcdef»@example.org"
      })
  void credentialsInUrls(String marked) {
    assertFound(PiiKind.URL_CREDENTIALS, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org:8080/a@b",
        "ssh://git@host/x",
        "https://example.org/?q=a:b@c"
      })
  void otherUrlsHoldNoCredentials(String text) {
    assertThat(MASKER.find(text)).isEmpty();
  }
}
