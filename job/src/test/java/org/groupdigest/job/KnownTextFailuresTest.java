package org.groupdigest.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextAssembly;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.pipeline.Contexts;
import org.groupdigest.job.pipeline.Maskers;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

/** Failures of an earlier system of this kind with texts: one test for each, named for it. */
class KnownTextFailuresTest {

  private static final int LIMIT = 4096;

  @Test
  void htmlCutInsideATag() {
    List<Claim> many =
        java.util.stream.IntStream.range(0, 120)
            .mapToObj(i -> new Claim(words(i) + " <with> & brackets", List.of("m" + i)))
            .toList();
    Synthesis synthesis = new Synthesis(null, many, List.of(), List.of(), List.of(), List.of());

    Rendered rendered =
        new DigestRenderer(LinkPattern.telegramOnly())
            .render(new Digests().synthesis(synthesis).build());

    assertThat(rendered.html().length()).isLessThanOrEqualTo(LIMIT);
    assertThat(rendered.htmlParts())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            part -> {
              assertThat(part.length()).isLessThanOrEqualTo(LIMIT);
              assertThat(part.chars().filter(c -> c == '<').count())
                  .isEqualTo(part.chars().filter(c -> c == '>').count());
              assertThat(count(part, "<b>")).isEqualTo(count(part, "</b>"));
              assertThat(count(part, "<a ")).isEqualTo(count(part, "</a>"));
            });
  }

  @Test
  void datesMaskedAsPhones() {
    String text = "Released 2025-11-13 14:30, invoice 20251113-0042, 1 250 000 rub, v2.14.3";

    String masked = Maskers.withKey("a secret for tests only").mask("acme", text);

    assertThat(masked).isEqualTo(text);
  }

  @Test
  void votesErased() {
    List<Message> votes =
        List.of(
            message("1", "anna", "I am for moving the release to Thursday"),
            message("2", "boris", "I am for moving the release to Thursday!"),
            message("3", "cem", "i am for moving the release to thursday"));

    ContextAssembly assembly =
        Contexts.service(ContextSettings.defaults()).analyse(votes, List.of());

    assertThat(assembly.kept()).extracting(Message::messageId).containsExactly("1");
    assertThat(assembly.duplicates())
        .containsExactly(new DuplicateGroup("1", List.of("2", "3"), List.of("boris", "cem"), 2));
    assertThat(assembly.participants()).hasSize(3);
  }

  private static Message message(String id, String author, String text) {
    return new Message(
        id,
        0,
        Instant.parse("2025-11-10T09:00:00Z").plusSeconds(Long.parseLong(id)),
        author,
        author,
        null,
        false,
        text,
        null,
        null,
        null,
        Map.of(),
        0,
        List.of());
  }

  /** Eight words that no other number has. */
  private static String words(int number) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      words.append('w').append(Integer.toString((number * 8 + i) * 7919, 36)).append(' ');
    }
    return words.toString().strip();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
