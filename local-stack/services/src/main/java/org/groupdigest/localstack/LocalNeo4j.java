package org.groupdigest.localstack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Neo4j community server in a JVM of its own, on loopback, with one user whose password is made
 * with the data folder.
 */
public final class LocalNeo4j extends ProcessService {

  /** The only user. */
  public static final String USER = "neo4j";

  private static final String PASSWORD_FILE = "password";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int PASSWORD_BYTES = 16;
  private static final int BOLT_MAGIC = 0x6060B017;
  private static final int BOLT_5 = 0x00000005;

  private final String password;

  private LocalNeo4j(int port, String password, GuardedProcess process) {
    super(port, process);
    this.password = password;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder for settings, password, log and data; data of an earlier run is used again
   * @param ports where the port comes from
   * @param wantedPort 0 for any free one
   * @throws LocalStackException when it cannot start
   */
  static LocalNeo4j start(Path folder, Ports ports, int wantedPort) {
    Path home = Folders.make(folder);
    Neo4jTools tools = new Neo4jTools(new ServerJava(ServerJars.NEO4J.find()), home);
    Path pidFile = home.resolve("neo4j.pid");
    Leftover.clear(pidFile, home);
    int port = ports.claim(Service.NEO4J, wantedPort);
    Path log = home.resolve("neo4j.log");
    configure(tools, port);
    String password = password(tools, log);
    LocalNeo4j neo4j =
        new LocalNeo4j(port, password, GuardedProcess.start(tools.server(), pidFile, log));
    neo4j.awaitServing(START_LIMIT, () -> Loopback.answers(port, LocalNeo4j::answersBolt), log);
    return neo4j;
  }

  /**
   * Makes the password of a server that is to run in this folder later.
   *
   * @param folder of the stack that it will be in
   * @return the file with the password
   * @throws LocalStackException when it cannot be made
   */
  public static Path prepare(Path folder) {
    Path home = Folders.make(LocalStack.home(folder, Service.NEO4J));
    Neo4jTools tools = new Neo4jTools(new ServerJava(ServerJars.NEO4J.find()), home);
    configure(tools, 0);
    password(tools, home.resolve("neo4j.log"));
    return home.resolve(PASSWORD_FILE);
  }

  private static void configure(Neo4jTools tools, int port) {
    Path folder = Folders.make(tools.configurationFolder());
    try {
      Files.writeString(folder.resolve("neo4j.conf"), Neo4jTools.configuration(port));
    } catch (IOException e) {
      throw Folders.notWritable(folder, e);
    }
  }

  /** The password of the data; a file with it says that the server knows it. */
  private static String password(Neo4jTools tools, Path log) {
    Path file = tools.home().resolve(PASSWORD_FILE);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = HexFormat.of().formatHex(random);
        setPassword(tools, fresh, log);
        Files.writeString(file, fresh);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Folders.notWritable(tools.home(), e);
    }
  }

  private static void setPassword(Neo4jTools tools, String password, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(tools.setInitialPassword(password))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("NEO4J_HOME", tools.home().toString());
    builder.environment().put("NEO4J_CONF", tools.configurationFolder().toString());
    Process setting = builder.start();
    try {
      if (!setting.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || setting.exitValue() != 0) {
        setting.destroyForcibly();
        throw didNotStart("its password could not be set", log, null);
      }
    } catch (InterruptedException e) {
      setting.destroyForcibly();
      Thread.currentThread().interrupt();
      throw didNotStart("the start was interrupted", log, e);
    }
  }

  private static LocalStackException didNotStart(String why, Path log, Exception cause) {
    return LocalStackException.didNotStart(Service.NEO4J, why, log, cause);
  }

  /** Proposes Bolt 5.0 alone in the protocol's handshake; the answer is the version agreed on. */
  private static boolean answersBolt(Socket socket) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(BOLT_MAGIC);
    out.writeInt(BOLT_5);
    out.writeInt(0);
    out.writeInt(0);
    out.writeInt(0);
    out.flush();
    return new DataInputStream(socket.getInputStream()).readInt() == BOLT_5;
  }

  /** The address for a client: {@code bolt://127.0.0.1:PORT}. */
  public String uri() {
    return "bolt://" + Loopback.HOST + ":" + port();
  }

  /** The password of {@link #USER}. */
  public String password() {
    return password;
  }

  @Override
  public Service service() {
    return Service.NEO4J;
  }

  @Override
  public Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("uri", uri());
    endpoints.put("user", USER);
    endpoints.put("password", password);
    return endpoints;
  }
}
