package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  @Test
  void nearestMessagesComeFirst() {
    assertThat(candidates(crowd(3).says(100, "ada", "hm"))).containsExactly(2, 1, 0);
  }

  @Test
  void neverMoreThanTheBound() {
    Chat chat = crowd(300).says(400, "someone1", "look who is here");

    assertThat(candidates(chat)).hasSizeBetween(Candidates.NEAREST, Candidates.MAX);
  }

  @Test
  void farMessageOfTheAuthorIsACandidate() {
    Chat chat = new Chat().says(0, "ada", "mine");
    fill(chat, 100);

    assertThat(candidates(chat.says(200, "ada", "as I said"))).contains(0);
  }

  @Test
  void farMessageOfAnAddressedPersonIsACandidate() {
    Chat chat = new Chat().says(0, "ada", "which rope?");
    fill(chat, 100);

    assertThat(candidates(chat.says(200, "ben", "ada: the long one"))).contains(0);
  }

  @Test
  void farMessageThatNamesTheAuthorIsACandidate() {
    Chat chat = new Chat().says(0, "ada", "ben: which rope?");
    fill(chat, 100);

    assertThat(candidates(chat.says(200, "ben", "the long one"))).contains(0);
  }

  @Test
  void addressLeavesOnlyWhatItCanMean() {
    Chat chat =
        new Chat()
            .says(0, "ada", "which rope?")
            .says(1, "cem", "lunch?")
            .says(2, "ben", "let me see")
            .says(3, "dan", "ada: any rope");

    assertThat(candidates(chat.says(4, "ben", "ada: the long one"))).containsExactly(3, 2, 0);
  }

  @Test
  void addressOfSomebodySilentLeavesEverything() {
    assertThat(candidates(crowd(3).says(100, "ada", "ghosty: hm"))).containsExactly(2, 1, 0);
  }

  @Test
  void messageOfHalfADayAgoIsNoCandidate() {
    Chat chat = new Chat().says(0, "ada", "ben: which rope?").says(12 * 3600 + 1, "ben", "ada: hm");

    assertThat(candidates(chat)).isEmpty();
  }

  private static Chat crowd(int size) {
    Chat chat = new Chat();
    fill(chat, size);
    return chat;
  }

  private static void fill(Chat chat, int size) {
    for (int i = 0; i < size; i++) {
      chat.says(1 + i, "someone" + i % 50, "noise");
    }
  }

  private static List<Integer> candidates(Chat chat) {
    MessageStream stream = MessageStream.of(chat.messages(), CueWords.bundled());
    LinkHistory history = new LinkHistory(stream);
    int last = stream.size() - 1;
    for (int i = 0; i < last; i++) {
      history.link(i, MessageStream.NONE, false);
    }
    Candidates candidates = new Candidates(stream);
    candidates.collect(last, history);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < candidates.count(); i++) {
      found.add(candidates.get(i));
    }
    return found;
  }
}
