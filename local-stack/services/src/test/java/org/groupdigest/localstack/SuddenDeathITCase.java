package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers never outlive the program that started them, however it ends. */
class SuddenDeathITCase {

  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir Path folder;

  private Process owner;
  private List<Integer> ports;

  @BeforeEach
  void startAStackInAnotherJvm() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StackOwner.class.getName(), folder.toString()));
    owner = new ProcessBuilder(command).inheritIO().start();
    Path stackFile = folder.resolve("stack.json");
    await().atMost(LONG).until(() -> Files.exists(stackFile) || !owner.isAlive());
    ports =
        Pattern.compile("127\\.0\\.0\\.1:([0-9]+)")
            .matcher(Files.readString(stackFile))
            .results()
            .map(SuddenDeathITCase::port)
            .toList();
    assertThat(ports).hasSize(3).noneMatch(Ports::isFree);
  }

  private static int port(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }

  @AfterEach
  void endTheOwner() {
    owner.destroyForcibly();
  }

  @Test
  void killNineOfTheOwnerEndsAllServersAndTheFolderCanBeUsedAtOnce() throws Exception {
    owner.destroyForcibly().waitFor();
    try (LocalStack next = LocalStack.builder().folder(folder).start()) {
      assertThat(next.kafka().port()).isNotIn(ports);
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(ports).allMatch(Ports::isFree));
  }

  @Test
  void terminationOfTheOwnerStopsAllServersBeforeItEnds() throws Exception {
    owner.destroy();
    owner.waitFor();
    assertThat(ports).allMatch(Ports::isFree);
    assertThat(new File(folder.toFile(), "stack.json")).doesNotExist();
  }
}
