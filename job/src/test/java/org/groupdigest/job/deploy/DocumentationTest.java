package org.groupdigest.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groupdigest.job.app.StreamMain;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.job.pipeline.Uids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages say what the code says, and lead to what is there. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|ITCase))(?:\\.(\\w+))?`");

  @Test
  void everyOperatorIsOnTheArchitecturePage() throws Exception {
    String page = read("docs/architecture.md");
    for (Field uid : Uids.class.getFields()) {
      assertThat(page).contains("`" + uid.get(null) + "`");
    }
  }

  @Test
  void everyTopicAndStatusIsOnTheContractsPage() throws Exception {
    String page = read("docs/contracts.md");
    assertThat(TopicNames.ALL).allSatisfy(topic -> assertThat(page).contains("| `" + topic + "`"));
    assertThat(DigestStatus.values())
        .allSatisfy(status -> assertThat(page).contains("`" + status.wireName() + "`"));
  }

  @Test
  void everyTestThatIsNamedIsThere() throws Exception {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("job", "connectors")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        sources.addAll(all.toList());
      }
    }
    for (var named : TEST.matcher(read("docs/architecture.md")).results().toList()) {
      Path source =
          sources.stream()
              .filter(path -> path.endsWith(named.group(1) + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no test " + named.group(1)));
      if (named.group(2) != null) {
        assertThat(Files.readString(source)).contains(" " + named.group(2) + "(");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.flink.yml", "docs/operations.md"})
  void theMainClassIsNamedAsItIs(String file) throws Exception {
    assertThat(read(file)).contains(StreamMain.class.getName()).doesNotContain("ClusterMain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/contracts.md",
        "docs/operations.md",
        "docs/threads.md"
      })
  void linksLeadToWhatIsThere(String file) throws Exception {
    Path folder = ROOT.resolve(file).getParent();
    assertThat(LINK.matcher(read(file)).results().map(link -> folder.resolve(link.group(1))))
        .allSatisfy(target -> assertThat(target).exists());
  }

  private static String read(String file) throws Exception {
    return Files.readString(ROOT.resolve(file));
  }
}
