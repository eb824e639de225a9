package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a make-believe repository whose build only copies a jar and notes that it ran.
 */
class LauncherITCase {

  private static final String MAIN =
      """
      package org.groupdigest.job.cli;
      public final class Main {
        public static void main(String[] arguments) throws Exception {
          System.out.println(String.join("|", arguments));
          System.out.println(System.getProperty("digest.home"));
          System.out.println(new String(System.in.readAllBytes(), "UTF-8"));
          System.exit(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
        }
      }
      """;

  private static final String BUILD =
      """
      #!/usr/bin/env bash
      set -e
      mkdir building || echo overlap >>builds
      echo "$*" >>builds
      echo '[INFO] Downloaded from central: https://example.org/a.jar (2.5 MB at 1.0 MB/s)'
      echo '[INFO] Building Group Digest :: job 0.1.0-SNAPSHOT                        [6/6]'
      if [[ -e broken ]]; then echo '[ERROR] no such symbol'; rmdir building; exit 1; fi
      mkdir -p job/target/runtime local-stack/kafka-broker/target/lib
      cp main.jar job/target/group-digest-job.jar
      rmdir building
      """;

  @TempDir Path temporary;

  private Path root;

  @BeforeEach
  void makeRepository() throws Exception {
    root = Files.createDirectories(temporary.resolve("a repository"));
    Path launcher = Path.of("..", "..", "digest");
    Files.copy(launcher, root.resolve("digest"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("mvnw"), BUILD);
    assertThat(root.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    write("pom.xml");
    write("udfs/src/main/java/A.java");
    write("udfs/src/test/java/ATest.java");
    write("local-stack/services/pom.xml");
    compileMain();
  }

  @Test
  void theFirstCallBuildsAndSaysSoAndTheSecondDoesNot() throws Exception {
    Run first = run(List.of(root + "/digest", "0", "two words"));
    assertThat(first.out()).startsWith("0|two words\n" + root);
    assertThat(first.err()).contains("first run", "downloaded 1 files", "build done");
    Run second = run(List.of(root + "/digest", "0"));
    assertThat(second.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void theExitCodeAndStdinAreTheCommands() throws Exception {
    assertThat(run(List.of(root + "/digest", "2")).code()).isEqualTo(2);
    Run piped = run(List.of("bash", "-c", "echo привет | \"$0\" 1", root + "/digest"));
    assertThat(piped.code()).isEqualTo(1);
    assertThat(piped.out()).contains("привет");
  }

  @Test
  void argumentsInAnyScriptArriveWhateverTheLocaleIs() throws Exception {
    Path script = Files.writeString(temporary.resolve("call.sh"), "\"$1\" 0 чат.jsonl\n");
    Run run =
        run(
            List.of("bash", script.toString(), root + "/digest"),
            Map.of("LC_ALL", "C", "LANG", "", "LC_CTYPE", ""));
    assertThat(run.out()).startsWith("0|чат.jsonl\n");
  }

  @Test
  void aSymbolicLinkFromElsewhereFindsTheRepository() throws Exception {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("target"), root.resolve("digest"));
    Files.createSymbolicLink(bin.resolve("link"), Path.of("target"));
    assertThat(run(List.of(bin + "/link", "0")).out()).contains("\n" + root + "\n");
  }

  @Test
  void onlyWhatTheProgramIsMadeOfBuildsAgain() throws Exception {
    run(List.of(root + "/digest"));
    touch("udfs/src/test/java/ATest.java");
    write("docs/page.md");
    run(List.of(root + "/digest"));
    assertThat(builds()).hasSize(1);

    touch("udfs/src/main/java/A.java");
    Run changed = run(List.of(root + "/digest"));
    assertThat(changed.err()).contains("sources have changed");
    run(List.of(root + "/digest"));
    assertThat(builds()).hasSize(2);

    touch("local-stack/services/pom.xml");
    run(List.of(root + "/digest"));
    assertThat(builds()).hasSize(3);
  }

  @Test
  void aBrokenBuildEndsWithItsErrorsAndRunsNothing() throws Exception {
    write("broken");
    Run run = run(List.of(root + "/digest", "0"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] no such symbol", "build.log");
  }

  @Test
  void callsAtOnceBuildOnce() throws Exception {
    String atOnce = "for i in 1 2 3 4; do \"$0\" 0 & done; wait";
    Run run = run(List.of("bash", "-c", atOnce, root + "/digest"));
    assertThat(run.out().lines().filter(root.toString()::equals)).hasSize(4);
    assertThat(builds()).hasSize(1);
    assertThat(root.resolve("target/.build-lock")).doesNotExist();
  }

  @Test
  void aLockOfADeadBuildIsTakenOver() throws Exception {
    Path lock = Files.createDirectories(root.resolve("target/.build-lock"));
    Files.writeString(lock.resolve("pid"), "999999999\n");
    assertThat(run(List.of(root + "/digest", "0")).code()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void anOldJavaIsPassedOver() throws Exception {
    Path old = Files.createDirectories(temporary.resolve("old/bin"));
    Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 9\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(temporary.resolve("old/release"), "JAVA_VERSION=\"1.8.0_392\"\n");
    Run run =
        run(
            List.of(root + "/digest", "0"),
            Map.of("JAVA_HOME", temporary.resolve("old").toString()));
    assertThat(run.code()).isZero();
  }

  private record Run(int code, String out, String err) {}

  private Run run(List<String> command) throws Exception {
    return run(command, Map.of());
  }

  private Run run(List<String> command, Map<String, String> environment) throws Exception {
    Path out = Files.createTempFile(temporary, "out", "");
    Path err = Files.createTempFile(temporary, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Run(code, Files.readString(out), Files.readString(err));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  private void touch(String path) throws IOException {
    Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.now()));
  }

  private void compileMain() throws IOException {
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    Path source = Files.writeString(temporary.resolve("Main.java"), MAIN);
    int failed =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", classes.toString(), source.toString());
    assertThat(failed).isZero();
    String name = "org/groupdigest/job/cli/Main.class";
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(root.resolve("main.jar")))) {
      jar.putNextEntry(new JarEntry(name));
      Files.copy(classes.resolve(name), jar);
    }
  }
}
