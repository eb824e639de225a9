package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of a broker that is alone: broker and controller in one process, transactions and
 * offsets without replicas, small buffers. Records are kept for ever, because chat history is older
 * than any retention time; topics are made on purpose only.
 */
final class KafkaConfiguration {

  /** Largest batch of records, bytes; a window hand-over record needs it. */
  static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

  private static final int CLEANER_BUFFER_BYTES = 16 * 1024 * 1024;

  private KafkaConfiguration() {}

  /** The text of {@code server.properties}. */
  static String text(int port, int controllerPort, Path data) {
    Map<String, String> settings = new TreeMap<>();
    network(settings, port, controllerPort);
    singleNode(settings);
    sizes(settings);
    settings.put("log.dirs", data.toString().replace("\\", "\\\\"));
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void network(Map<String, String> settings, int port, int controllerPort) {
    String broker = "PLAINTEXT://" + Loopback.HOST + ":" + port;
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + Loopback.HOST + ":" + controllerPort);
    settings.put("listeners", broker + ",CONTROLLER://" + Loopback.HOST + ":" + controllerPort);
    settings.put("advertised.listeners", broker);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
  }

  private static void singleNode(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
    settings.put("log.retention.ms", "-1");
  }

  private static void sizes(Map<String, String> settings) {
    settings.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(CLEANER_BUFFER_BYTES));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
  }
}
