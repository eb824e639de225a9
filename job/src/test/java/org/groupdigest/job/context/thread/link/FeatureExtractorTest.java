package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

  @Test
  void firstRowIsTheMessageItself() {
    Features last = new Features(new Chat().says(0, "ada", "hello").says(9, "ben", "hi"));

    assertThat(last.rows.position(0)).isEqualTo(1);
    assertThat(last.pair(0, PairFeature.SELF)).isOne();
    assertThat(last.pair(0, PairFeature.GAP)).isZero();
  }

  @Test
  void nearnessIsMeasuredInTimeAndMessages() {
    Features last =
        new Features(
            new Chat()
                .says(0, "ada", "boats leave at ten")
                .says(100, "ben", "good")
                .says(110, "cem", "fine")
                .says(200, "ben", "see you there"));

    assertThat(last.of(0, PairFeature.GAP)).isCloseTo(Math.log1p(200) / 10, within(1e-9));
    assertThat(last.of(0, PairFeature.DISTANCE)).isCloseTo(Math.log1p(3) / 5, within(1e-9));
    assertThat(last.of(2, PairFeature.PREVIOUS)).isOne();
    assertThat(last.of(1, PairFeature.SECOND_PREVIOUS)).isOne();
    assertThat(last.of(0, PairFeature.GAP_TINY)).isZero();
  }

  @Test
  void authorsAreCompared() {
    Features last =
        new Features(
            new Chat()
                .says(0, "ada", "first")
                .says(1, "ada", "second")
                .says(2, "ben", "third")
                .says(3, "ada", "fourth"));

    assertThat(last.of(1, PairFeature.SAME_AUTHOR)).isOne();
    assertThat(last.of(1, PairFeature.OWN_LAST)).isOne();
    assertThat(last.of(0, PairFeature.OWN_LAST)).isZero();
    assertThat(last.of(0, PairFeature.OWN_BETWEEN)).isPositive();
    assertThat(last.of(2, PairFeature.LAST_OF_ITS_AUTHOR)).isOne();
    assertThat(last.message(MessageFeature.OWN_DISTANCE)).isPositive();
    assertThat(last.message(MessageFeature.NEW_AUTHOR)).isZero();
  }

  @Test
  void addressesAreMatchedBothWays() {
    Features last =
        new Features(
            new Chat()
                .says(0, "ada", "ben: which rope?")
                .says(1, "cem", "ada: any rope")
                .says(2, "ben", "ada: the long one"));

    assertThat(last.of(0, PairFeature.ADDRESSES_IT)).isOne();
    assertThat(last.of(0, PairFeature.ADDRESSES_LAST)).isOne();
    assertThat(last.of(0, PairFeature.ADDRESSED_BY_IT)).isOne();
    assertThat(last.of(0, PairFeature.LAST_NAMING)).isOne();
    assertThat(last.of(0, PairFeature.PARTNER_OF)).isOne();
    assertThat(last.of(1, PairFeature.SAME_ADDRESSEE)).isOne();
    assertThat(last.of(1, PairFeature.ADDRESSES_OTHER)).isOne();
    assertThat(last.of(1, PairFeature.IT_ADDRESSES_OTHER)).isOne();
    assertThat(last.message(MessageFeature.SPOKEN_TO)).isOne();
  }

  @Test
  void whatIsSaidSoonAfterIsSeen() {
    Features first =
        new Features(
            new Chat()
                .says(0, "ada", "which rope?")
                .says(10, "ben", "the long one")
                .says(20, "ben", "ada: I mean the blue one"),
            1);

    assertThat(first.message(MessageFeature.NAMES_SOON)).isOne();
    assertThat(first.of(0, PairFeature.NAMES_IT_SOON)).isOne();
    assertThat(first.of(0, PairFeature.NAMED_BY_IT_SOON)).isZero();
  }

  @Test
  void commonWordsCountByTheirRarity() {
    Features last =
        new Features(
            new Chat()
                .says(0, "ada", "the carabiner is rusty")
                .says(1, "ben", "the weather is fine")
                .says(2, "cem", "buy a carabiner in the shop"));

    assertThat(last.of(0, PairFeature.COSINE)).isGreaterThan(last.of(1, PairFeature.COSINE));
    assertThat(last.of(0, PairFeature.COMMON_RARE)).isEqualTo(0.5);
    assertThat(last.of(0, PairFeature.COMMON_TERMS)).isEqualTo(0.25);
  }

  @Test
  void inflectedRussianWordsAreCommonWords() {
    Features last =
        new Features(
            new Chat().says(0, "ada", "палатку промочило").says(1, "ben", "сушите палатки дома"));

    assertThat(last.of(0, PairFeature.COSINE)).isPositive();
  }

  @Test
  void cuesOfBothMessagesAreThere() {
    Features last =
        new Features(
            new Chat().says(0, "ada", "help, where is the map?").says(1, "ben", "yes, thanks"));

    assertThat(last.of(0, PairFeature.IT_QUESTION)).isOne();
    assertThat(last.of(0, PairFeature.IT_HELP)).isOne();
    assertThat(last.of(0, PairFeature.OPEN_QUESTION)).isOne();
    assertThat(last.message(MessageFeature.ANSWER)).isOne();
    assertThat(last.message(MessageFeature.THANKS)).isOne();
    assertThat(last.message(MessageFeature.SHORT)).isOne();
  }

  @Test
  void conversationSoFarIsSeen() {
    Chat chat =
        new Chat()
            .says(0, "ada", "which rope?")
            .replies(1, "ben", "the long one", "m1")
            .says(2, "cem", "lunch is ready")
            .says(3, "ada", "good");
    Features last = new Features(chat);

    assertThat(last.of(1, PairFeature.AUTHOR_IN_TALK)).isOne();
    assertThat(last.of(2, PairFeature.AUTHOR_IN_TALK)).isZero();
    assertThat(last.of(1, PairFeature.IT_ANSWERS_AUTHOR)).isOne();
    assertThat(last.of(1, PairFeature.KNOWN_ANSWER_TO_AUTHOR)).isOne();
    assertThat(last.of(1, PairFeature.LAST_OF_TALK)).isOne();
    assertThat(last.of(0, PairFeature.LAST_OF_TALK)).isZero();
    assertThat(last.of(0, PairFeature.ANSWERED)).isPositive();
    assertThat(last.of(2, PairFeature.IT_STARTS)).isOne();
    assertThat(last.of(1, PairFeature.LINKED_PARTNER_OF)).isOne();
    assertThat(last.message(MessageFeature.REPLY_USE)).isEqualTo(0.25);
  }

  @Test
  void replyLinkSpeaksToWhomItAnswers() {
    Features last =
        new Features(
            new Chat()
                .says(0, "ada", "which rope?")
                .replies(1, "ben", "the long one", "m1")
                .says(2, "ada", "good"));

    assertThat(last.of(1, PairFeature.ADDRESSED_BY_IT)).isOne();
  }

  /** Rows of one message; earlier messages are linked by their reply links only. */
  private static final class Features {

    final CandidateRows rows = new CandidateRows();

    Features(Chat chat) {
      this(chat, chat.messages().size() - 1);
    }

    Features(Chat chat, int position) {
      MessageStream stream = MessageStream.of(chat.messages(), CueWords.bundled());
      LinkHistory history = new LinkHistory(stream);
      FeatureExtractor extractor = new FeatureExtractor(stream, history);
      for (int i = 0; i < position; i++) {
        history.link(i, stream.replyOf(i), stream.replyOf(i) >= 0);
      }
      extractor.fill(position, rows);
    }

    double of(int candidate, PairFeature feature) {
      return pair(rows.rowOf(candidate), feature);
    }

    double pair(int row, PairFeature feature) {
      return rows.pair(row)[feature.column()];
    }

    double message(MessageFeature feature) {
      return rows.message()[feature.column()];
    }
  }
}
