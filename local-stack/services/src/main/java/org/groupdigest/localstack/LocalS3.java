package org.groupdigest.localstack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An S3 server (S3Proxy) in a JVM of its own, on loopback: one bucket, one user, objects as files.
 * Their metadata are extended attributes, so the folder must be on a file system that has them.
 */
public final class LocalS3 extends ProcessService {

  /** The bucket that is there from the start. */
  public static final String BUCKET = "digest";

  /** Access key id of the only user. */
  public static final String ACCESS_KEY = "digest-local";

  /** Secret key of the only user; protects nothing, since only this machine reaches the server. */
  public static final String SECRET_KEY = "digest-local-secret";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final byte[] REQUEST =
      "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String ANSWER = "HTTP/1.";

  // The server sends what is written to System.err to its log, which by default writes to it.
  private static final List<String> FLAGS =
      List.of("-Xmx256m", "-Dorg.slf4j.simpleLogger.logFile=System.out");

  private LocalS3(int port, GuardedProcess process) {
    super(port, process);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder for settings, log and data; data of an earlier run is used again
   * @param ports where the port comes from
   * @param wantedPort 0 for any free one
   * @throws LocalStackException when it cannot start
   */
  static LocalS3 start(Path folder, Ports ports, int wantedPort) {
    Path home = Folders.make(folder);
    ServerJava java = new ServerJava(ServerJars.S3.find());
    Path pidFile = home.resolve("s3.pid");
    Leftover.clear(pidFile, home);
    int port = ports.claim(Service.S3, wantedPort);
    Path log = home.resolve("s3.log");
    List<String> command =
        java.run(FLAGS, "org.gaul.s3proxy.Main", "--properties", configure(home, port).toString());
    LocalS3 s3 = new LocalS3(port, GuardedProcess.start(command, pidFile, log));
    s3.awaitServing(START_LIMIT, () -> Loopback.answers(port, LocalS3::answersHttp), log);
    return s3;
  }

  private static Path configure(Path home, int port) {
    Path data = Folders.make(home.resolve("data"));
    makePrivate(Folders.make(data.resolve(BUCKET)));
    String text =
        """
        s3proxy.endpoint=http://%s:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(
                Loopback.HOST,
                port,
                ACCESS_KEY,
                SECRET_KEY,
                PropertiesText.escaped(data.toString()));
    try {
      return Files.writeString(home.resolve("s3.properties"), text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw Folders.notWritable(home, e);
    }
  }

  /** The server lets everybody read a bucket whose folder others may read. */
  private static void makePrivate(Path bucket) {
    try {
      Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw Folders.notWritable(bucket, e);
    }
  }

  private static boolean answersHttp(Socket socket) throws IOException {
    socket.getOutputStream().write(REQUEST);
    byte[] start = socket.getInputStream().readNBytes(ANSWER.length());
    return ANSWER.equals(new String(start, StandardCharsets.US_ASCII));
  }

  /** The address for a client, which must use path-style requests. */
  public String endpoint() {
    return "http://" + Loopback.HOST + ":" + port();
  }

  @Override
  public Service service() {
    return Service.S3;
  }

  @Override
  public Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("endpoint", endpoint());
    endpoints.put("bucket", BUCKET);
    endpoints.put("access_key", ACCESS_KEY);
    endpoints.put("secret_key", SECRET_KEY);
    return endpoints;
  }
}
