package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.groupdigest.job.context.TestMessages.liked;
import static org.groupdigest.job.context.TestMessages.message;
import static org.groupdigest.job.context.TestMessages.picture;
import static org.groupdigest.job.context.TestMessages.reply;
import static org.groupdigest.job.context.TestMessages.withMedia;

import java.util.List;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.junit.jupiter.api.Test;

class ParticipantCounterTest {

  @Test
  void countsWhatEverybodyDid() {
    List<ParticipantStats> stats =
        count(
            List.of(
                message("1", 0, "ann", "who has the keys?"),
                reply("2", 1, "bob", "me", "1"),
                reply("3", 2, "ann", "great 🙂", "2"),
                liked("4", 3, "ann", "see you", 3),
                withMedia("5", 4, "cem", "", picture("h", "a door"))));

    assertThat(stats)
        .containsExactly(
            new ParticipantStats("ann", "ann", false, 3, 1, 1, 1, 3, 31, 0, 0),
            new ParticipantStats("bob", "bob", false, 1, 1, 1, 0, 0, 2, 0, 0),
            new ParticipantStats("cem", "cem", false, 1, 0, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void doesNotCountAnswersToOneselfOrToNobodyKnown() {
    List<ParticipantStats> stats =
        count(
            List.of(
                message("1", 0, "ann", "hello"),
                reply("2", 1, "ann", "anybody", "1"),
                reply("3", 2, "bob", "about last week", "0")));

    assertThat(stats).extracting(ParticipantStats::repliesSent).containsExactly(0, 0);
    assertThat(stats).extracting(ParticipantStats::repliesReceived).containsExactly(0, 0);
  }

  @Test
  void knowsQuestionsOfAllScriptsFromAddresses() {
    List<ParticipantStats> stats =
        count(
            List.of(
                message("1", 0, "ann", "why?!"),
                message("2", 1, "ann", "什么时候？"),
                message("3", 2, "ann", "(متى؟)"),
                message("4", 3, "ann", "https://example.org/list?page=2")));

    assertThat(stats.get(0).questions()).isEqualTo(3);
  }

  @Test
  void countsAStartedThreadOnceAndOnlyWhenSomethingFollowed() {
    List<Message> chat =
        List.of(
            message("1", 0, "ann", "a"), message("2", 1, "bob", "b"), message("3", 2, "ann", "c"));
    List<ParticipantStats> stats =
        ParticipantCounter.count(
            chat,
            List.of(
                new MessageThread("t1", List.of("1", "2")),
                new MessageThread("t1-part2", List.of("3", "2")),
                new MessageThread("t2", List.of("2"))));

    assertThat(stats).extracting(ParticipantStats::threadsStarted).containsExactly(1, 0);
  }

  @Test
  void showsTheLatestName() {
    Message first = message("1", 0, "42", "a");
    Message renamed =
        new Message(
            "2",
            0,
            TestMessages.START,
            "42",
            "newname",
            null,
            true,
            "b",
            null,
            null,
            null,
            first.reactions(),
            0,
            List.of());

    assertThat(count(List.of(first, renamed)))
        .extracting(ParticipantStats::username, ParticipantStats::bot)
        .containsExactly(tuple("newname", true));
  }

  private static List<ParticipantStats> count(List<Message> messages) {
    return ParticipantCounter.count(messages, List.of());
  }
}
