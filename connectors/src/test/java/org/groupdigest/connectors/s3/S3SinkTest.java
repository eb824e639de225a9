package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3SinkTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  @TempDir Path folder;

  @Test
  void whatTravelsWithTheJobHoldsNoSecret() throws Exception {
    byte[] bytes = InstantiationUtil.serializeObject(sink(secret("open sesame")));
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .contains(folder.toString())
        .doesNotContain("open sesame");
    assertThat(
            InstantiationUtil.<S3Sink<String>>deserializeObject(bytes, getClass().getClassLoader()))
        .isNotNull();
  }

  @Test
  void aStoreThatIsAwayDoesNotKeepTheSinkFromStarting() throws Exception {
    var writer = sink(secret("open sesame")).createWriter(new WriterContext());
    writer.write("kept", null);
    assertThat(writer.snapshotState(1).get(0).getBufferedRequestEntries()).hasSize(1);
    writer.close();
  }

  @Test
  void aMissingSecretFailsTheStart() throws Exception {
    S3Sink<String> sink = sink(Secret.file(folder.resolve("none")));
    assertThatThrownBy(() -> sink.createWriter(new WriterContext()))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void aSinkNeedsAConverter() {
    S3SinkBuilder<String> builder = S3Sink.builder(config(Secret.environment("X")));
    assertThatThrownBy(builder::build).hasMessage("an element converter must be set");
  }

  @Test
  void theConfigurationShowsWhereSecretsAreAndNotWhatTheyAre() throws Exception {
    assertThat(config(secret("open sesame")).toString())
        .contains("file " + folder)
        .doesNotContain("sesame");
  }

  private Secret secret(String value) throws Exception {
    return Secret.file(Files.writeString(folder.resolve("secret"), value));
  }

  private static S3Config config(Secret secret) {
    return S3Config.aws("b", "us-east-1", S3Credentials.keys(secret, secret))
        .at(NOBODY)
        .withTimeout(Duration.ofSeconds(1));
  }

  private static S3Sink<String> sink(Secret secret) {
    return S3Sink.<String>builder(config(secret))
        .setElementConverter((text, context) -> S3Write.put(S3ServerFixture.text(text, text)))
        .build();
  }
}
