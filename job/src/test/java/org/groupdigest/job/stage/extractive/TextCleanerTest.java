package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

  private final CueWords cues = CueWords.of(LanguagePack.COMPLETE);
  private final Names names =
      new Names(Chat.in("en").say("ann", "hi").say("bobby__", "hi").say("guest", "hi").window());
  private final TextCleaner cleaner =
      new TextCleaner(cues, names, new Addresses(cues, names, true));

  private String shown(String text) {
    return cleaner.trimmed(String.join(" ", cleaner.clean(text).lines()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann: the server is back up | The server is back up",
        "@ann the server is back up | @ann the server is back up",
        "@ann you broke the server | You broke the server",
        "bobby, ann: the server is back up | The server is back up",
        "hi all, the server is back up | The server is back up",
        "ok so well the server is back up | The server is back up",
        "всем привет, сервер снова доступен | Сервер снова доступен",
        "the server is back up :) | The server is back up",
        "the server is back up!!! 🎉🎉 | The server is back up!",
        "**the server** is __back__ up | The server is back up",
        "• the server is back up | The server is back up",
        "1) the server is back up | The server is back up",
        "is the server back up???!! | Is the server back up?",
        "[the docs](https://example.org/a) are back up | The docs are back up"
      })
  void wrappingIsTakenOff(String text, String clean) {
    assertThat(shown(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 unless there is a reduced rate for students",
        "-1 unless there is a reduced rate for students",
        "-5 degrees in the workshop this morning",
        "+20 percent on the heating bill since March",
        "4.8 goes out today without the migration",
        "12,000 is the most that the council pays"
      })
  void signsAndNumbersAtTheStartAreKept(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @Test
  void theAddresseeIsKnown() {
    assertThat(cleaner.clean("Bobby: the server is back").addressee()).isEqualTo("bobby__");
    assertThat(cleaner.clean("ann the server is back again").addressee()).isNull();
    assertThat(cleaner.clean("Note: the server is back").addressee()).isNull();
  }

  @Test
  void talkingAboutSomebodyIsNotTalkingToThem() {
    assertThat(cleaner.clean("bobby__ is fixing the server now").addressee()).isNull();
    assertThat(cleaner.clean("bobby__ please fix the server now").addressee()).isEqualTo("bobby__");
  }

  @Test
  void longLinksAreShortened() {
    assertThat(
            shown(
                "see https://www.Example.org/very/long/path/to/some/page?id=1#part for the details"))
        .isEqualTo("See example.org/… for the details");
    assertThat(shown("see https://example.org/docs. for the details")).contains("example.org/docs");
  }

  @Test
  void quotedLinesAndCodeBlocksAreLeftOut() {
    assertThat(cleaner.clean("> what he said\nmy answer to that\n```\nint x;\n```").lines())
        .containsExactly("my answer to that");
  }

  @Test
  void placeholdersStay() {
    assertThat(shown("call [phone:7f3a] or write to [email:0c11] today"))
        .isEqualTo("Call [phone:7f3a] or write to [email:0c11] today");
  }

  @Test
  void namesOfThingsKeepTheirSmallLetters() {
    assertThat(shown("apt-get install the package")).startsWith("apt-get");
    assertThat(shown("example.org/docs has the answer")).startsWith("example.org");
    assertThat(shown("ann has the answer for you")).startsWith("ann");
  }

  @Test
  void aGreetingAloneStaysWhatItIs() {
    assertThat(shown("hello everyone")).isEqualTo("Hello everyone");
  }
}
