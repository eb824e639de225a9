package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaConfigurationTest {

  private final Properties settings = new Properties();

  @BeforeEach
  void read() throws Exception {
    settings.load(new StringReader(KafkaConfiguration.text(1001, 1002, Path.of("/data dir/ö"))));
  }

  @Test
  void everythingListensOnLoopbackOnly() {
    assertThat(settings.getProperty("listeners"))
        .isEqualTo("PLAINTEXT://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002");
    assertThat(settings.getProperty("advertised.listeners"))
        .isEqualTo("PLAINTEXT://127.0.0.1:1001");
    assertThat(settings.getProperty("controller.quorum.voters")).isEqualTo("1@127.0.0.1:1002");
  }

  @Test
  void aSingleNodeCanCommitTransactions() {
    assertThat(settings.getProperty("transaction.state.log.replication.factor")).isEqualTo("1");
    assertThat(settings.getProperty("transaction.state.log.min.isr")).isEqualTo("1");
    assertThat(settings.getProperty("offsets.topic.replication.factor")).isEqualTo("1");
  }

  @Test
  void oldChatsAreNotRemovedAndLargeWindowsFit() {
    assertThat(settings.getProperty("log.retention.ms")).isEqualTo("-1");
    assertThat(settings.getProperty("message.max.bytes")).isEqualTo("8388608");
  }

  @Test
  void theDataFolderIsTakenAsItIs() {
    assertThat(settings.getProperty("log.dirs")).isEqualTo("/data dir/ö");
  }
}
