package org.groupdigest.job.stage.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;

/** Short ids stand for the window's own, whatever those look like, and never for another's. */
class ShortIdsTest {

  private final WindowContext window =
      Windows.of(List.of("77", "t1", "a|b", "1"), 2, List.of("77", "t1", "a|b", "1", "d1", "2"));
  private final ShortIds ids = ShortIds.of(window);

  @Provide
  Arbitrary<WindowContext> hostile() {
    return Windows.hostile();
  }

  @Property(tries = 300)
  void whatIsShortenedIsRestoredToTheLetter(@ForAll("hostile") WindowContext any) {
    ShortIds view = ShortIds.of(any);
    StageArtifact topics = Artifacts.of(Stage.TOPIC_AGENT, topics(any));

    StageArtifact shortened = view.shorten(topics);

    assertThat(view.restore(shortened.payload())).isEqualTo(topics.payload());
    assertThat(shortened.checksum()).isEqualTo(Checksums.sha256(shortened.payload()));
  }

  @Property(tries = 300)
  void everyMessageHasANumberOfItsOwnInTimeOrder(@ForAll("hostile") WindowContext any) {
    List<Message> messages = ShortIds.of(any).context().messages();
    for (int i = 0; i < messages.size(); i++) {
      assertThat(messages.get(i).messageId()).isEqualTo(Integer.toString(i + 1));
      assertThat(messages.get(i).text()).isEqualTo(any.messages().get(i).text());
    }
  }

  @Test
  void everyListOfTheWindowSpeaksOfTheShortIds() {
    WindowContext view = ids.context();

    assertThat(view.messages()).extracting(Message::messageId).containsExactly("1", "2", "3", "4");
    assertThat(view.messages())
        .extracting(Message::replyToMessageId)
        .containsExactly(null, "1", "2", "3");
    assertThat(view.ranking())
        .extracting(RankedMessage::messageId)
        .containsExactly("1", "2", "3", "4");
    assertThat(view.threads())
        .containsExactly(
            new MessageThread("t1", List.of("1", "2")), new MessageThread("t2", List.of("3", "4")));
    assertThat(view.duplicates())
        .containsExactly(new DuplicateGroup("1", List.of("d1", "d2"), List.of("bo"), 2));
    assertThat(view.mediaHighlights()).extracting("messageId").containsExactly("1");
    assertThat(view.excerpt()).containsExactly("1", "2");
  }

  @Test
  void likenessToMessagesOutsideOfTheWindowIsLeftOut() {
    assertThat(ids.context().softLinks()).extracting("linkedId").containsExactly("1");
    assertThat(ids.context().historyLinks()).isEmpty();
  }

  @Test
  void anAnswerToARemovedRepeatReadsAsAnAnswerToWhatItRepeats() {
    Message late = window.messages().get(3).withIds("1", "d1");
    List<Message> messages = List.of(window.messages().get(0), late);
    WindowContext answered =
        new WindowContext(
            window.window(),
            window.group(),
            window.traceId(),
            window.language(),
            window.stats(),
            messages,
            List.of(),
            window.duplicates(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            window.media(),
            List.of(),
            List.of());

    assertThat(ShortIds.of(answered).context().messages().get(1).replyToMessageId()).isEqualTo("1");
  }

  @Test
  void everyFieldThatListsIdsIsReplacedAndNoOtherText() {
    Synthesis synthesis =
        new Synthesis(
            new Claim("77 of t1", List.of("77")),
            List.of(new Claim("1", List.of("1", "d1"))),
            List.of(),
            List.of(),
            List.of(new ActionItem("t1", "77", "1", List.of("t1"))),
            List.of(new Synthesis.Mention("77", "expert", "", List.of("a|b"))));

    String shortened = ids.shorten(Artifacts.of(Stage.SYNTHESIS_AGENT, synthesis)).payload();

    Synthesis view = Json.read(shortened, Synthesis.class);
    assertThat(view.headline()).isEqualTo(new Claim("77 of t1", List.of("1")));
    assertThat(view.keyPoints()).containsExactly(new Claim("1", List.of("4", "d1")));
    assertThat(view.actions()).containsExactly(new ActionItem("t1", "77", "1", List.of("2")));
    assertThat(view.participants().get(0).username()).isEqualTo("77");
    assertThat(view.participants().get(0).messageIds()).containsExactly("3");
  }

  @Test
  void idsThatTheWindowDoesNotHoldAreLeftOut() {
    Segments segments =
        new Segments(List.of(new Segments.Unit("u1", "meta", "x", List.of("77", "gone", "3"), 1)));
    String shortened = ids.shorten(Artifacts.of(Stage.SEGMENTER_AGENT, segments)).payload();

    assertThat(Json.read(shortened, Segments.class).units().get(0).messageIds())
        .containsExactly("1");
  }

  @Test
  void artifactsKeepTheirNames() {
    StageArtifact artifact = Artifacts.of(Stage.TOPIC_AGENT, topics(window));
    assertThat(ids.shorten(Map.of("topic_agent", artifact)))
        .containsExactly(Map.entry("topic_agent", ids.shorten(artifact)));
  }

  @Test
  void aShortIdThatStandsForNothingIsAnErrorThatDoesNotRepeatIt() {
    assertThatThrownBy(() -> ids.restore("{\"message_ids\":[\"999\"]}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("999");
  }

  @Test
  void noNumberBeyondTheMessagesStandsForARemovedRepeat() {
    assertThatThrownBy(() -> ids.restore("{\"message_ids\":[\"5\"]}"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theViewOfAViewIsTheViewItself() {
    JsonNode once = Json.tree(ids.context());
    WindowContext twice = ShortIds.of(ids.context()).context();
    assertThat(Json.tree(twice)).isEqualTo(once);
  }

  private static Topics topics(WindowContext any) {
    List<String> all = any.messages().stream().map(Message::messageId).toList();
    List<String> threads = any.threads().stream().map(MessageThread::threadId).distinct().toList();
    return new Topics(
        List.of(
            new Topics.Topic(
                all.get(0),
                all.get(1),
                "low",
                all,
                threads,
                "summary",
                all.subList(1, 3),
                "decision",
                any.duplicates().get(0).droppedIds(),
                "watch",
                all.subList(0, 1),
                all.subList(0, 1),
                List.of(new ActionItem(null, "do", null, all.subList(0, 2))),
                all.subList(0, 1),
                3)));
  }
}
