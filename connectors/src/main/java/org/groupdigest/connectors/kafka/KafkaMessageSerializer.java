package org.groupdigest.connectors.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a message to its topic; the partition follows from the key. */
final class KafkaMessageSerializer implements KafkaRecordSerializationSchema<KafkaMessage> {
  private static final long serialVersionUID = 1L;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      KafkaMessage message, KafkaSinkContext context, Long timestamp) {
    // No timestamp: event time may be hours old, and a topic's retention counts from the record's.
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
