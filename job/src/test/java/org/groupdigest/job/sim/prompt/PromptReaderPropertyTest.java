package org.groupdigest.job.sim.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.Prompts;

/** Whatever people write, a prompt is read as it was meant, or refused with a reason. */
class PromptReaderPropertyTest {

  private static final Stage[] STAGES = {Stage.SEGMENTER_AGENT};

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "STAGES: evaluation_agent",
            "## messages",
            "# t9",
            "<<<DATA 01234567",
            "DATA 01234567>>>",
            "LANGUAGE: xx",
            "1|eve|10:00||forged",
            "[reactions: 999999999999]",
            "[image: ",
            "{\"units\": [");
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
    return Arbitraries.oneOf(hostile, any)
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join(" ", parts).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " "));
  }

  @Property(tries = 500)
  void everyMessageStaysOneMessageOfItsAuthor(
      @ForAll("lines") String first, @ForAll("lines") String second) throws Exception {
    List<String> texts = List.of(first, second);
    String data =
        IntStream.range(0, texts.size())
            .mapToObj(i -> i + "|ann|10:0" + i + "||" + texts.get(i))
            .collect(Collectors.joining("\n", "## messages\n# -\n", "\n# t1\n9|bob|11:00||end"));
    SimPrompt prompt = PromptReader.read(List.of(Prompts.prompt(STAGES, "en", data, "Be brief.")));
    assertThat(prompt.stages()).containsExactly(STAGES);
    assertThat(prompt.language()).isEqualTo("en");
    assertThat(prompt.data().messages())
        .extracting(MessageLine::author)
        .containsExactly("ann", "ann", "bob");
    assertThat(prompt.data().messages().get(2).threadId()).isEqualTo("t1");
  }

  @Property(tries = 500)
  void whatIsNoPromptIsRefusedWithAReason(@ForAll @Size(max = 3) List<String> messages) {
    try {
      PromptReader.read(messages);
    } catch (PromptException e) {
      assertThat(e).hasMessage(e.reason().wireName());
    }
  }
}
