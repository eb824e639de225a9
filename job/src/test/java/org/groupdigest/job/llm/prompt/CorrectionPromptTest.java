package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.prompt.PromptFixture.sections;
import static org.groupdigest.job.llm.prompt.PromptFixture.task;

import java.util.Collections;
import java.util.List;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;

class CorrectionPromptTest {

  @Test
  void aCorrectionShowsTheDigestTheNotesAndWhatADigestIsMadeOf() {
    Prompt prompt = PromptFixture.build(Requests.correction(List.of("нет решения об откате")));

    assertThat(prompt.promptId()).isEqualTo("correction/ru");
    assertThat(sections(prompt).keySet())
        .containsExactly("participants", "units", "emotions", "roles", "topics", "digest", "notes");
    assertThat(sections(prompt).get("notes")).containsExactly("нет решения об откате");
    assertThat(sections(prompt).get("digest"))
        .anyMatch(line -> line.startsWith("headline|1,6|"))
        .anyMatch(line -> line.startsWith("point|"))
        .anyMatch(line -> line.startsWith("decision|"))
        .anyMatch(line -> line.startsWith("question|"))
        .anyMatch(line -> line.matches("action\\|[0-9,]+\\|[a-z_0-9.]+\\|15:00\\|.+"))
        .anyMatch(line -> line.matches("participant\\|[0-9,]+\\|[a-z_0-9.]+\\|expert\\|.+"));
  }

  @Test
  void itIsAskedForInWordsOfItsOwn() {
    Prompt first = PromptFixture.build(Requests.with(List.of(Stage.SYNTHESIS_AGENT), null));
    Prompt correction = PromptFixture.build(Requests.correction(List.of("нет решения")));

    assertThat(first.promptId()).isEqualTo("synthesis_agent/ru");
    assertThat(task(first)).doesNotContain("Исправь");
    assertThat(task(correction)).contains("Исправь");
    assertThat(correction.promptVersion()).isNotEqualTo(first.promptVersion());
  }

  @Test
  void aJudgeWithoutMeasureIsCutShort() {
    Prompt prompt =
        PromptFixture.build(Requests.correction(Collections.nCopies(20, "слово ".repeat(100))));

    assertThat(sections(prompt).get("notes"))
        .hasSize(10)
        .allMatch(note -> PromptFixture.COUNTER.count(note) <= 61 && note.endsWith("…"));
  }
}
