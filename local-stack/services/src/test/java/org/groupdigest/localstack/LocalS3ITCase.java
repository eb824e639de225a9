package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalS3ITCase {

  @TempDir Path temporary;

  @Test
  void servesItsBucketToItsUserOnlyAndStops() throws Exception {
    Path folder = temporary.resolve("папка with spaces");
    int port;
    try (LocalStack stack = s3Only(folder)) {
      port = stack.s3().port();
      assertThat(folder.resolve("stack.json")).content().contains(stack.s3().endpoint());
      assertThat(status(stack.s3().endpoint() + "/" + LocalS3.BUCKET)).isEqualTo(403);
      assertThat(folder.resolve("s3/data").resolve(LocalS3.BUCKET)).isEmptyDirectory();
    }
    assertThat(Ports.isFree(port)).isTrue();
  }

  @Test
  void isNotThereUnlessItWasAskedFor() {
    try (LocalStack stack =
        LocalStack.builder().folder(temporary).services(EnumSet.of(Service.REDIS)).start()) {
      assertThatThrownBy(stack::s3).hasMessage("S3 is not part of this stack");
    }
  }

  private static LocalStack s3Only(Path folder) {
    return LocalStack.builder().folder(folder).services(EnumSet.of(Service.S3)).start();
  }

  private static int status(String uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
