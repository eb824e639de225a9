package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.Prompts;
import org.groupdigest.job.sim.prompt.PromptReader;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final String CHAT =
      """
      ## participants
      ann|1|0
      bob|1|0
      Глеб Сомов|1|0
      eve|1|0
      zoe|0|0
      ## messages
      # t1
      1|ann|10:00||The pump is broken [repeated: eve]
      2|bob|10:01|>1|Я спросил у Глеба, насос заменят
      # -
      3|Глеб Сомов|10:02||Заменю в среду
      """;

  private static Sources of(String data) throws Exception {
    Stage[] stages = {Stage.SEGMENTER_AGENT};
    return new Sources(PromptReader.read(List.of(Prompts.prompt(stages, "en", data, ""))).data());
  }

  @Test
  void whoWroteOrRepeatedAMessageIsNoStranger() throws Exception {
    assertThat(of(CHAT).strangers(List.of("1"))).containsExactly("bob", "Глеб Сомов", "zoe");
  }

  @Test
  void whoIsAnsweredOrNamedInAnyFormIsNoStranger() throws Exception {
    assertThat(of(CHAT).strangers(List.of("2"))).containsExactly("zoe");
    assertThat(of(CHAT).strangers(List.of("3"))).containsExactly("ann", "bob", "eve", "zoe");
  }

  @Test
  void strangersAreStrangersToAllOfThem() throws Exception {
    assertThat(of(CHAT).strangers(List.of("1", "2"))).containsExactly("zoe");
    assertThat(of(CHAT).strangers(List.of("unknown"))).hasSize(5);
  }

  @Test
  void everyIdAndTextIsKnown() throws Exception {
    Sources sources = of(CHAT);
    assertThat(sources.ids()).containsExactly("1", "2", "3");
    assertThat(sources.text(List.of("3", "unknown"))).contains("Заменю в среду");
    assertThat(sources.text()).contains("The pump is broken", "насос");
    assertThat(sources.people()).hasSize(5);
  }

  @Test
  void findingsStandForTheirMessages() throws Exception {
    Sources sources = of("## participants\nann|1|0\nbob|1|0\n## units\nrisk|4,5|ann|It may leak");
    assertThat(sources.ids()).containsExactly("4", "5");
    assertThat(sources.strangers(List.of("5"))).containsExactly("bob");
    assertThat(sources.text(List.of("4"))).contains("It may leak");
  }
}
