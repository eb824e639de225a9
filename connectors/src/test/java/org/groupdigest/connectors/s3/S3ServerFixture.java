package org.groupdigest.connectors.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.localstack.LocalS3;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;

/** A real S3 server with its data in a folder; may be stopped and started again on its port. */
final class S3ServerFixture implements AutoCloseable {
  private final Path folder;
  private LocalStack stack;
  private final int port;

  S3ServerFixture(Path folder) {
    this.folder = folder;
    this.stack = start(0);
    this.port = stack.s3().port();
  }

  private LocalStack start(int wantedPort) {
    return LocalStack.builder()
        .folder(folder.resolve("server"))
        .services(EnumSet.of(Service.S3))
        .port(Service.S3, wantedPort)
        .start();
  }

  void startAgain() {
    stack = start(port);
  }

  /** How its user reaches it. */
  S3Config config() throws IOException {
    return config(LocalS3.SECRET_KEY);
  }

  /** How somebody with this secret key tries to. */
  S3Config config(String secretKey) throws IOException {
    Secret access = secret("access", LocalS3.ACCESS_KEY);
    Secret secret = secret("secret" + secretKey.hashCode(), secretKey);
    return S3Config.aws(LocalS3.BUCKET, "us-east-1", S3Credentials.keys(access, secret))
        .at(URI.create("http://127.0.0.1:" + port))
        .withTimeout(Duration.ofSeconds(30));
  }

  private Secret secret(String name, String value) throws IOException {
    return Secret.file(Files.writeString(folder.resolve(name), value));
  }

  /** The file in which the server keeps an object. */
  Path file(String key) {
    return folder.resolve("server/s3/data").resolve(LocalS3.BUCKET).resolve(key);
  }

  static S3Object text(String key, String content) {
    return S3Object.of(key, content.getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    stack.close();
  }
}
