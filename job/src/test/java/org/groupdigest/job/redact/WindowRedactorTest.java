package org.groupdigest.job.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.SampleWindows;
import org.groupdigest.job.testing.WindowFixture;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken out of a window is in no part of it; what is left stands as it stood. */
class WindowRedactorTest {

  private static final long SEED = Seeds.of("redacted windows");

  static Stream<WindowContext> windows() {
    return SampleWindows.all().stream();
  }

  @ParameterizedTest
  @MethodSource("windows")
  void noTextAndNoReferenceOfAnErasedMessageIsLeft(WindowContext window) {
    Set<String> erased = someOf(window);

    WindowContext left = WindowRedactor.without(window, erased);

    String json = Json.write(left);
    Set<String> texts = new HashSet<>();
    left.messages().forEach(message -> texts.add(message.text()));
    for (Message message : window.messages()) {
      if (erased.contains(message.messageId())) {
        assertThat(texts).as("seed " + SEED).doesNotContain(message.text());
        assertThat(json).as("seed " + SEED).doesNotContain('"' + message.messageId() + '"');
      }
    }
    assertThat(left.messages()).hasSize(window.messages().size() - erased.size());
    assertThat(left.stats().kept()).isEqualTo(left.messages().size());
    assertThat(left.stats().received()).isEqualTo(window.stats().received() - erased.size());
    assertThat(left.stats().threads()).isEqualTo(left.threads().size());
    assertThat(left.stats().participants()).isEqualTo(left.participants().size());
  }

  @ParameterizedTest
  @MethodSource("windows")
  void whatIsNotErasedStaysAsItIs(WindowContext window) {
    Set<String> erased = someOf(window);

    WindowContext left = WindowRedactor.without(window, erased);

    List<String> expected =
        window.messages().stream()
            .filter(message -> !erased.contains(message.messageId()))
            .map(Message::text)
            .toList();
    assertThat(left.messages()).extracting(Message::text).containsExactlyElementsOf(expected);
    assertThat(WindowRedactor.without(window, Set.of())).isSameAs(window);
    assertThat(WindowRedactor.without(window, Set.of("of another window"))).isEqualTo(window);
  }

  @Test
  void nobodyIsAParticipantOfWhomNothingIsLeft() {
    WindowContext window =
        new WindowFixture()
            .message("m1", "anna", "The pump is back")
            .reply("m2", "otto", "I carried it", "m1")
            .reply("m3", "anna", "Thank you", "m2")
            .build();

    WindowContext left = WindowRedactor.without(window, Set.of("m2"));

    assertThat(Json.write(left)).doesNotContain("otto").doesNotContain("carried");
    assertThat(left.messages().get(1).replyToMessageId()).isNull();
    assertThat(left.participants()).hasSize(1);
  }

  @Test
  void repetitionsThatAreErasedCountNoMoreAndNameNobodyOfWhomNothingIsLeft() {
    WindowContext window =
        new WindowFixture()
            .message("m1", "anna", "+1")
            .message("m4", "vera", "The pump is back")
            .repeats("m1", List.of("m2", "m3"), List.of("otto", "vera"))
            .build();

    WindowContext left = WindowRedactor.without(window, Set.of("m2"));

    assertThat(left.duplicates())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.droppedIds()).containsExactly("m3");
              assertThat(group.authors()).containsExactly("vera");
              assertThat(group.count()).isEqualTo(1);
            });
  }

  @Test
  void aWindowOfWhichNothingIsLeftIsEmptyAndNoMore() {
    WindowContext window = SampleWindows.all().get(0);
    Set<String> all = new HashSet<>();
    window.messages().forEach(message -> all.add(message.messageId()));

    WindowContext left = WindowRedactor.without(window, all);

    assertThat(left.messages()).isEmpty();
    assertThat(left.threads()).isEmpty();
    assertThat(left.ranking()).isEmpty();
    assertThat(left.excerpt()).isEmpty();
    assertThat(left.window()).isEqualTo(window.window());
  }

  /** A third of the messages, among them none whose words somebody else wrote as well. */
  private static Set<String> someOf(WindowContext window) {
    Random random = new Random(SEED);
    Set<String> some = new HashSet<>();
    for (Message message : window.messages()) {
      long same = window.messages().stream().filter(m -> m.text().equals(message.text())).count();
      if (same == 1 && random.nextInt(3) == 0) {
        some.add(message.messageId());
      }
    }
    return some;
  }
}
