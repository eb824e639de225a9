package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines that run a server's programs from its own jars, on the Java that runs us.
 *
 * @param jars folder with the jars
 */
record ServerJava(Path jars) {

  /**
   * Runs a program.
   *
   * @param flags of the JVM
   * @param main class with the main method
   */
  List<String> run(List<String> flags, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    // A development server never runs long enough to earn back what the optimising compiler costs.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Djava.awt.headless=true");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-cp");
    command.add(jars.resolve("*").toString());
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }
}
