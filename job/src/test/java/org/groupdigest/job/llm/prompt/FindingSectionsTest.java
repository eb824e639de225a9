package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

class FindingSectionsTest {

  private static final WindowContext WINDOW =
      new WindowFixture()
          .message("1", "ann", "падает")
          .message("2", "bob", "чиню")
          .repeats("2", List.of("9"), List.of("cid"))
          .build();

  private final FindingSections findings =
      new FindingSections(new WindowMessages(WINDOW), PromptFixture.COUNTER);

  @Test
  void aUnitSaysWhoWroteItsMessages() {
    Segments.Unit unit = new Segments.Unit("u1", "problem", "Стенд падал", List.of("1", "2"), 0.5);

    assertThat(texts(findings.units(new Segments(List.of(unit)))))
        .containsExactly("problem|1,2|ann,bob,cid|Стенд падал");
  }

  @Test
  void aUnitOfManyMessagesShowsTheFirstFew() {
    List<String> ids = IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList();
    Segments.Unit unit = new Segments.Unit("u1", "meta", "Болтали", ids, 0.5);

    assertThat(texts(findings.units(new Segments(List.of(unit)))))
        .containsExactly("meta|1,2,3,4,5,6,7,8,9,10|ann,bob,cid|Болтали");
  }

  @Test
  void moodsHaveAtMostTwoDigits() {
    EmotionProfile mood = new EmotionProfile("negative", 0.125, 1, 0, 1.0 / 3, 0.1, List.of("x"));

    assertThat(texts(findings.emotions(mood))).containsExactly("negative|0.12|1|0|0.33|0.1");
  }

  @Test
  void aRoleNamesThePersonAndWhereItShows() {
    Roles.Participant ann =
        new Roles.Participant(
            "ann",
            List.of(new Roles.WeightedRole("critic", 1)),
            "critic",
            List.of("1"),
            "не показывается");

    assertThat(texts(findings.roles(new Roles(List.of(ann))))).containsExactly("ann|critic|1");
  }

  @Test
  void aTopicIsFollowedByWhatItHolds() {
    Topics.Topic topic =
        new Topics.Topic(
            "topic-1",
            "Стенд",
            "high",
            List.of("1", "2"),
            List.of("t1"),
            "Стенд падал, починили.",
            List.of("1"),
            "Откатить",
            List.of("2"),
            "done",
            List.of("bob"),
            List.of("Нет доступа"),
            List.of(
                new ActionItem("bob", "Дописать тест", "до пятницы", List.of("2")),
                new ActionItem(null, "Проверить", null, List.of("1"))),
            List.of("стенд"),
            3);

    assertThat(texts(findings.topics(new Topics(List.of(topic)))))
        .containsExactly(
            "Стенд|high|done|1,2|bob|Стенд падал, починили.",
            "  decision|2|Откатить",
            "  blocker||Нет доступа",
            "  action|2|bob|до пятницы|Дописать тест",
            "  action|1|||Проверить");
  }

  @Test
  void attachmentsWorthShowingAreListed() {
    WindowContext window =
        withHighlight(new MediaHighlight("1", MediaKind.IMAGE, "График", "u", "h"));
    WindowSections sections =
        new WindowSections(window, new WindowMessages(window), PromptFixture.COUNTER);

    assertThat(texts(sections.media())).containsExactly("1|image|График");
    assertThat(texts(sections.size())).containsExactly("3|3");
    assertThat(texts(sections.participants())).containsExactly("ann|1|0", "bob|1|0");
  }

  private static WindowContext withHighlight(MediaHighlight highlight) {
    WindowContext w = WINDOW;
    return new WindowContext(
        w.window(),
        w.group(),
        w.traceId(),
        w.language(),
        w.stats(),
        w.messages(),
        w.ranking(),
        w.duplicates(),
        w.softLinks(),
        w.historyLinks(),
        w.threads(),
        w.participants(),
        w.media(),
        List.of(highlight),
        w.excerpt());
  }

  private static List<String> texts(DataSection section) {
    return section.lines(DataFitter.USUAL_TEXT).stream().map(DataLine::text).toList();
  }
}
