package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.groupdigest.job.context.TestMessages.history;
import static org.groupdigest.job.context.TestMessages.message;
import static org.groupdigest.job.context.TestMessages.picture;
import static org.groupdigest.job.context.TestMessages.withMedia;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

  private static final String NEWS = "the release moves to thursday because of the webhook";

  @Test
  void dropsARepetitionAndRemembersWhoMadeIt() {
    Deduplication result =
        run(
            message("1", 0, "ann", NEWS),
            message("2", 60, "bob", "The release moves to Thursday, because of the webhook!"),
            message("3", 90, "cem", NEWS),
            message("4", 95, "bob", NEWS));

    assertThat(kept(result)).containsExactly("1");
    assertThat(result.duplicates())
        .containsExactly(new DuplicateGroup("1", List.of("2", "3", "4"), List.of("bob", "cem"), 3));
    assertThat(result.dropped()).isEqualTo(3);
  }

  @Test
  void comparesWordsOfScriptsWithoutBlanksNotWholeRuns() {
    assertThat(
            kept(
                run(
                    message("1", 0, "ann", "仓库的屋顶漏水了货物要马上搬走"),
                    message("2", 60, "bob", "仓库的屋顶漏水了，货物要马上搬走啊！"),
                    message("3", 90, "cem", "หลังคาโกดังรั่วต้องย้ายสินค้าออกทันที"),
                    message("4", 95, "bob", "หลังคาโกดังรั่ว ต้องย้ายสินค้าออกทันที"))))
        .containsExactly("1", "3");
  }

  @Test
  void aMessageOfOneRunInAScriptWithoutBlanksIsNoShortMessage() {
    assertThat(
            kept(
                run(
                    message("1", 0, "ann", "货物要马上搬走"),
                    message("2", 60, "bob", "货物要马上搬走"),
                    message("3", 70, "ann", "好的"),
                    message("4", 80, "bob", "好的"))))
        .containsExactly("1", "3", "4");
  }

  @Test
  void keepsARepetitionThatComesTooLate() {
    assertThat(kept(run(message("1", 0, "ann", NEWS), message("2", 7200, "bob", NEWS))))
        .containsExactly("1");
    assertThat(kept(run(message("1", 0, "ann", NEWS), message("2", 7201, "bob", NEWS))))
        .containsExactly("1", "2");
  }

  @Test
  void measuresTheTimeFromTheKeptMessageNotFromItsRepetitions() {
    Deduplication result =
        run(
            message("1", 0, "ann", NEWS),
            message("2", 7000, "bob", NEWS),
            message("3", 14_000, "cem", NEWS));

    assertThat(kept(result)).containsExactly("1", "3");
  }

  @Test
  void comparesWithEveryMessageWithinTheTimeNotWithTheLastFew() {
    Message[] chat = new Message[2002];
    chat[0] = message("0", 0, "ann", NEWS);
    for (int i = 1; i <= 2000; i++) {
      chat[i] = message("x" + i, i, "bob", "item " + i + " number " + i * 31 + " of list " + i % 7);
    }
    chat[2001] = message("last", 2001, "cem", NEWS);

    assertThat(run(chat).duplicates()).extracting(DuplicateGroup::keptId).contains("0");
    assertThat(kept(run(chat))).doesNotContain("last");
  }

  @Test
  void remembersARepetitionUnderTheNewestMessageThatItRepeats() {
    Deduplication result =
        run(
            message("1", 0, "ann", words(0, 22) + " aaa bbb ccc"),
            message("2", 10, "bob", words(0, 22) + " ddd eee fff ggg hhh"),
            message("3", 20, "cem", words(0, 22) + " xxx"));

    assertThat(kept(result)).containsExactly("1", "2");
    assertThat(result.duplicates()).extracting(DuplicateGroup::keptId).containsExactly("2");
  }

  @Test
  void prefersAnOlderHardMatchToANewerSoftOne() {
    Deduplication result =
        run(
            message("1", 0, "ann", words(0, 25)),
            message("2", 10, "bob", words(0, 20) + " v1 v2 v3 v4 v5"),
            message("3", 20, "cem", words(0, 25)));

    assertThat(result.softLinks()).extracting(MessageLink::messageId).containsExactly("2");
    assertThat(result.duplicates()).extracting(DuplicateGroup::keptId).containsExactly("1");
  }

  @Test
  void linksWhatIsAlikeButNotTheSameToTheNewestSuchMessage() {
    Deduplication result =
        run(
            message("1", 0, "ann", words(0, 20) + " a1 a2 a3 a4 a5"),
            message("2", 10, "bob", words(0, 20) + " b1 b2 b3 b4 b5"),
            message("3", 20, "cem", words(0, 20) + " c1 c2 c3 c4 c5"));

    assertThat(kept(result)).containsExactly("1", "2", "3");
    assertThat(result.softLinks())
        .extracting(MessageLink::messageId, MessageLink::linkedId)
        .containsExactly(tuple("2", "1"), tuple("3", "2"));
    assertThat(result.softLinks().get(0).similarity()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void takesSimilaritiesAtTheThresholdsForReached() {
    String base = words(0, 50);
    String hard = words(0, 44) + " " + words(100, 106);
    String soft = words(0, 38) + " " + words(200, 212);

    assertThat(kept(run(message("1", 0, "a", base), message("2", 1, "b", hard))))
        .containsExactly("1");
    assertThat(run(message("1", 0, "a", base), message("2", 1, "b", soft)).softLinks()).hasSize(1);
  }

  @Test
  void takesFewWordsForTheSameOnlyIfEqualAndFromTheSameSender() {
    Deduplication result =
        run(
            message("1", 0, "ann", "thanks man"),
            message("2", 1, "bob", "thanks man"),
            message("3", 2, "ann", " thanks man\n"),
            message("4", 3, "ann", "man, thanks"),
            message("5", 4, "bob", "👍"),
            message("6", 5, "bob", "👍"),
            message("7", 6, "bob", "👎"));

    assertThat(kept(result)).containsExactly("1", "2", "4", "5", "7");
    assertThat(result.softLinks()).isEmpty();
    assertThat(result.duplicates())
        .extracting(DuplicateGroup::keptId, DuplicateGroup::count)
        .containsExactly(tuple("1", 1), tuple("5", 1));
  }

  @Test
  void comparesALongerMessageWithOneOfFewWords() {
    Deduplication result =
        run(message("1", 0, "ann", "disk deadline"), message("2", 9, "bob", "no disk deadline"));

    assertThat(result.softLinks())
        .extracting(MessageLink::messageId, MessageLink::linkedId)
        .containsExactly(tuple("2", "1"));
  }

  @Test
  void lookedForFewWordsTheTimeCountsToo() {
    assertThat(kept(run(message("1", 0, "ann", "ok"), message("2", 7201, "ann", "ok"))))
        .containsExactly("1", "2");
  }

  @Test
  void readsWhatAttachmentsSay() {
    Deduplication result =
        run(
            withMedia("1", 0, "ann", "", picture("h1", "a whiteboard with the release plan")),
            withMedia("2", 1, "bob", "", picture("h2", "A whiteboard with the release plan")),
            withMedia("3", 2, "bob", "look", picture("h3", null)),
            withMedia("4", 3, "bob", "look", picture("h4", null)),
            withMedia("5", 4, "bob", "look", picture("h4", null)));

    assertThat(kept(result)).containsExactly("1", "3", "4");
  }

  @Test
  void linksWhatWasSaidInAnEarlierWindowToItsNewestSource() {
    List<HistoryMessage> history =
        List.of(
            history("h1", -900_000, NEWS),
            history("h2", -500_000, NEWS + " again"),
            history("h3", -400_000, "something else entirely was said here"));
    Deduplication result =
        new Deduplicator(ContextSettings.defaults())
            .run(List.of(message("1", 0, "ann", NEWS), message("2", 5, "bob", "ok")), history);

    assertThat(kept(result)).containsExactly("1", "2");
    assertThat(result.historyLinks())
        .extracting(MessageLink::messageId, MessageLink::linkedId)
        .containsExactly(tuple("1", "h2"));
  }

  @Test
  void comparesWholeTextsNotTheirStarts() {
    String start = words(0, 3000);

    assertThat(
            kept(
                run(
                    message("1", 0, "ann", start + " " + words(10_000, 16_000)),
                    message("2", 1, "bob", start + " " + words(20_000, 26_000)))))
        .containsExactly("1", "2");
  }

  private static String words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
  }

  private static Deduplication run(Message... messages) {
    return new Deduplicator(ContextSettings.defaults()).run(List.of(messages), List.of());
  }

  private static List<String> kept(Deduplication result) {
    return result.kept().stream().map(Message::messageId).toList();
  }
}
