package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.junit.jupiter.api.Test;

class ExcerptSectionTest {

  /** Its own excerpt is the messages 1 to 20. */
  private static final WindowContext WINDOW = OrdinaryChat.window(100, "ru");

  @Test
  void everyLineOfTheDigestIsShownASourceBeforeAnyIsShownTwo() {
    List<List<String>> sources =
        IntStream.range(0, 13).mapToObj(i -> List.of("" + (40 + i), "" + (60 + i))).toList();

    assertThat(ids(WINDOW, sources))
        .contains("40", "46", "52")
        .doesNotContain("61")
        .hasSize(ExcerptSection.MOST);
  }

  @Test
  void somethingThatTheDigestDoesNotCiteIsAlwaysShown() {
    List<List<String>> sources =
        List.of(IntStream.range(40, 90).mapToObj(Integer::toString).toList());

    assertThat(ids(WINDOW, sources)).startsWith("1", "2", "3", "4", "5", "6", "7", "40");
  }

  @Test
  void messagesStandInTheOrderOfTime() {
    assertThat(ids(WINDOW, List.of(List.of("90", "50"))).stream().map(Integer::valueOf))
        .isSorted()
        .contains(50, 90);
  }

  @Test
  void ofASmallWindowNoMoreIsSentAgainThanNeeded() {
    WindowContext small = OrdinaryChat.window(50, "ru");

    assertThat(ids(small, List.of(List.of("40")))).hasSize(12).contains("40");
    assertThat(ids(OrdinaryChat.window(10, "ru"), List.of())).hasSize(ExcerptSection.LEAST);
  }

  @Test
  void sourcesThatDoNotExistAreNotShown() {
    assertThat(ids(WINDOW, List.of(List.of("4711")))).doesNotContain("4711").hasSize(20);
  }

  @Test
  void theSourcesOfADigestAreThoseOfItsLines() {
    DigestSection digest =
        new DigestSection(new Answers(WINDOW).synthesis(), PromptFixture.COUNTER);

    long lines =
        digest.lines(160).stream().filter(line -> !line.text().startsWith("participant")).count();
    assertThat(digest.sources()).hasSize((int) lines).allMatch(ids -> ids.size() == 2);
  }

  private static List<String> ids(WindowContext window, List<List<String>> sources) {
    WindowMessages messages = new WindowMessages(window);
    MessageLines format = new MessageLines(messages, PromptFixture.COUNTER);
    List<String> known = window.messages().stream().map(Message::messageId).toList();
    return new ExcerptSection(window, messages, sources, format)
        .lines(DataFitter.USUAL_TEXT).stream()
            .map(line -> line.text().split("\\|")[0])
            .filter(known::contains)
            .toList();
  }
}
