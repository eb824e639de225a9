package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.context.TestMessages.history;
import static org.groupdigest.job.context.TestMessages.message;
import static org.groupdigest.job.context.TestMessages.picture;
import static org.groupdigest.job.context.TestMessages.withMedia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.udfs.text.LanguageDetector;
import org.junit.jupiter.api.Test;

class ContextServiceTest {

  private static final String NEWS = "the release moves to thursday because of the webhook";

  private final ContextService service = service(ContextSettings.defaults());

  @Test
  void putsAWindowTogether() {
    WindowContext context =
        service.assemble(
            input(
                List.of(
                    message("1", 0, "ann", NEWS),
                    message("2", 5, "bob", NEWS),
                    message("3", 9, "bob", ""),
                    message("4", 20, "cem", "shall we tell the customers about it today?"),
                    withMedia("5", 30, "ann", "", picture("h", "a slide with the new dates"))),
                List.of(history("h1", -90_000, "shall we tell the customers about it now?"))));

    assertThat(context.stats()).isEqualTo(new ContextStats(5, 1, 1, 0, 1, 0, 3, 3, 3, 1));
    assertThat(ids(context.messages())).containsExactly("1", "4", "5");
    assertThat(context.duplicates())
        .containsExactly(new DuplicateGroup("1", List.of("2"), List.of("bob"), 1));
    assertThat(context.historyLinks()).hasSize(1);
    assertThat(context.language()).isEqualTo("en");
    assertThat(context.threads()).hasSize(3);
    assertThat(context.media().total()).isEqualTo(1);
    assertThat(context.mediaHighlights()).hasSize(1);
    assertThat(context.excerpt()).containsExactly("1", "4", "5");
    assertThat(context.window().groupId()).isEqualTo("g");
    assertThat(context.traceId()).isEqualTo("trace");
  }

  @Test
  void countsTheVotesOfThoseWhoRepeated() {
    ContextAssembly assembly =
        service.analyse(
            List.of(message("1", 0, "ann", NEWS), message("2", 5, "bob", NEWS)), List.of());

    assertThat(assembly.participants())
        .extracting(ParticipantStats::senderId)
        .containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void givesTheSameForAnyOrderOfArrivalAndAnyNumberOfDeliveries() {
    List<Message> chat = chat(300);
    List<HistoryMessage> past =
        List.of(history("h1", -9, chat.get(3).text()), history("h2", -8, chat.get(7).text()));
    String expected = Json.write(service.assemble(input(chat, past)));
    List<Message> delivered = new ArrayList<>(chat);
    delivered.addAll(chat);
    Collections.shuffle(delivered, new Random(3));
    List<HistoryMessage> turned = new ArrayList<>(past);
    Collections.reverse(turned);

    assertThat(Json.write(service.assemble(input(delivered, turned)))).isEqualTo(expected);
  }

  @Test
  void trimsToTheBestRankedInTimeOrder() {
    ContextAssembly assembly = service.analyse(chat(1000), List.of());
    List<String> best =
        assembly.ranking().stream().limit(400).map(RankedMessage::messageId).toList();

    assertThat(assembly.messages()).hasSize(400).isSortedAccordingTo(MessageOrder.BY_TIME);
    assertThat(ids(assembly.messages())).containsExactlyInAnyOrderElementsOf(best);
    assertThat(assembly.stats().trimmed()).isEqualTo(assembly.kept().size() - 400);
    assertThat(assembly.stats().kept()).isEqualTo(400);
    assertThat(assembly.threads()).hasSize(400);
  }

  @Test
  void showsTheBestTwentyAsExcerptInTimeOrder() {
    ContextAssembly assembly = service.analyse(chat(300), List.of());
    List<String> inOrder = new ArrayList<>(ids(assembly.messages()));
    inOrder.retainAll(assembly.ranking().stream().limit(20).map(RankedMessage::messageId).toList());

    assertThat(assembly.excerpt()).hasSize(20).isEqualTo(inOrder);
  }

  @Test
  void handsOverABoundedPartOfALargeWindow() {
    List<Message> flood = chat(1000);
    for (int i = 0; i < 3000; i++) {
      flood.add(message("f" + i, 40_000 + i, "raider" + i, NEWS));
    }
    WindowContext context = service.assemble(input(flood, List.of()));

    assertThat(context.messages()).hasSize(400);
    assertThat(context.ranking()).hasSize(150);
    assertThat(context.participants()).hasSizeBetween(400, 800);
    assertThat(context.stats().participants()).isGreaterThan(3000);
    DuplicateGroup news =
        context.duplicates().stream().filter(group -> group.count() == 2999).findFirst().get();
    assertThat(news.droppedIds()).hasSize(100).startsWith("f1", "f2");
    assertThat(news.authors()).hasSize(100);
    assertThat(ids(context.messages())).contains(news.keptId());
  }

  @Test
  void handsOverNothingAboutMessagesThatDoNotGoOn() {
    WindowContext context = service.assemble(input(chat(3000), List.of()));

    assertThat(context.softLinks()).isNotEmpty();
    assertThat(ids(context.messages()))
        .containsAll(context.softLinks().stream().map(link -> link.messageId()).toList())
        .containsAll(context.duplicates().stream().map(DuplicateGroup::keptId).toList());
  }

  @Test
  void comparesOnlyWithTheNewestHistoryAndNeverWithTheWindowItself() {
    List<HistoryMessage> past = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      past.add(history("h" + i, i - 100_000, i == 0 ? NEWS : "unlike " + i + " and more " + i * 7));
    }
    past.add(history("1", 0, NEWS));
    ContextAssembly assembly = service.analyse(List.of(message("1", 0, "ann", NEWS)), past);

    assertThat(assembly.stats().historyMessages()).isEqualTo(150);
    assertThat(assembly.historyLinks()).isEmpty();
  }

  @Test
  void makesAnEmptyContextOfAnEmptyWindow() {
    WindowContext context = service.assemble(input(List.of(), List.of()));

    assertThat(context.stats()).isEqualTo(new ContextStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(context.language()).isEqualTo("und");
    assertThat(context.messages()).isEmpty();
  }

  private static ContextService service(ContextSettings settings) {
    ThreadingStep alone =
        messages ->
            messages.stream()
                .map(m -> new MessageThread("t" + m.messageId(), List.of(m.messageId())))
                .toList();
    return new ContextService(settings, alone, new LanguageDetector());
  }

  private static WindowInput input(List<Message> messages, List<HistoryMessage> history) {
    WindowRef window =
        new WindowRef(
            "w",
            "t",
            "g",
            24,
            TestMessages.START,
            TestMessages.START.plus(Duration.ofDays(1)),
            WindowKind.SCHEDULED,
            "UTC");
    return new WindowInput(
        window, new GroupInfo(null, null, "telegram"), "trace", messages, history);
  }

  private static List<Message> chat(int size) {
    Random random = new Random(size);
    List<Message> chat = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = 4 + random.nextInt(5); words > 0; words--) {
        text.append("word").append(random.nextInt(12)).append(' ');
      }
      chat.add(message("m" + i, i * 30L / 2, "user" + random.nextInt(40), text.toString()));
    }
    return chat;
  }

  private static List<String> ids(List<Message> messages) {
    return messages.stream().map(Message::messageId).toList();
  }
}
