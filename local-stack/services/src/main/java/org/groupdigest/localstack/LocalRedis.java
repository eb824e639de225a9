package org.groupdigest.localstack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A Redis server on loopback that keeps everything in memory: what it holds can be made again. */
public final class LocalRedis extends ProcessService {

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PONG = "+PONG".getBytes(StandardCharsets.US_ASCII);

  private LocalRedis(int port, GuardedProcess process) {
    super(port, process);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder for its settings, log and binary
   * @param wantedPort 0 for any free one
   * @throws LocalStackException when it cannot start
   */
  static LocalRedis start(Path folder, Ports ports, int wantedPort) {
    Path home = Folders.make(folder);
    Path pidFile = home.resolve("redis.pid");
    Leftover.clear(pidFile, home);
    int port = ports.claim(Service.REDIS, wantedPort);
    Path log = home.resolve("redis.log");
    List<String> command = List.of(binary(home).toString(), configure(home, port).toString());
    LocalRedis redis = new LocalRedis(port, GuardedProcess.start(command, pidFile, log));
    redis.awaitServing(START_LIMIT, () -> Loopback.answers(port, LocalRedis::answersPing), log);
    return redis;
  }

  private static Path binary(Path home) {
    Path folder = Folders.make(home.resolve("bin"));
    try {
      return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    } catch (IOException | RuntimeException e) {
      throw new LocalStackException(
          Problem.UNSUPPORTED_PLATFORM,
          "there is no Redis binary for this system, or it could not be unpacked to " + folder,
          "use Linux or macOS on x86-64 or ARM64, or a Redis of your own",
          e);
    }
  }

  private static Path configure(Path home, int port) {
    Path configuration = home.resolve("redis.conf");
    String text =
        """
        bind %s
        port %d
        dir "%s"
        save ""
        appendonly no
        set-proc-title no
        """
            .formatted(Loopback.HOST, port, home);
    try {
      return Files.writeString(configuration, text);
    } catch (IOException e) {
      throw Folders.notWritable(home, e);
    }
  }

  private static boolean answersPing(Socket socket) throws IOException {
    socket.getOutputStream().write(PING);
    return Arrays.equals(socket.getInputStream().readNBytes(PONG.length), PONG);
  }

  /** The address for a client: {@code redis://127.0.0.1:PORT}. */
  public String uri() {
    return "redis://" + Loopback.HOST + ":" + port();
  }

  @Override
  public Service service() {
    return Service.REDIS;
  }

  @Override
  public Map<String, String> endpoints() {
    return Map.of("uri", uri());
  }
}
