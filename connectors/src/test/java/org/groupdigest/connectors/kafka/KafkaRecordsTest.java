package org.groupdigest.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaRecordsTest {
  private static final byte[] KEY = "k".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOT_UTF8 = {(byte) 0xC3, 0x28, 0};

  @Test
  void aRecordIsPassedOnByteForByteWithItsPosition() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 3, 7L, KEY, NOT_UTF8);
    record.headers().add("attempt", "1".getBytes(StandardCharsets.UTF_8));
    record.headers().add("attempt", "2".getBytes(StandardCharsets.UTF_8));
    record.headers().add("empty", null);
    assertThat(read(record))
        .containsExactly(
            new KafkaRecord(
                "t",
                3,
                7L,
                record.timestamp(),
                KEY,
                NOT_UTF8,
                Map.of("attempt", "2", "empty", "")));
  }

  @Test
  void aTombstoneIsARecordToo() {
    List<KafkaRecord> read = read(new ConsumerRecord<>("t", 0, 1L, null, null));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).value()).isNull();
    assertThat(read.get(0).key()).isNull();
  }

  @Test
  void aMessageGoesToItsTopicWithItsHeaders() {
    KafkaMessage message = new KafkaMessage("t", KEY, NOT_UTF8, Map.of("attempt", "2"));
    ProducerRecord<byte[], byte[]> record =
        new KafkaMessageSerializer().serialize(message, null, 5L);
    assertThat(record.topic()).isEqualTo("t");
    assertThat(record.key()).isEqualTo(KEY);
    assertThat(record.value()).isEqualTo(NOT_UTF8);
    assertThat(record.timestamp()).isNull();
    assertThat(record.headers().lastHeader("attempt").value()).isEqualTo(new byte[] {'2'});
  }

  @Test
  void bothTravelWithoutGenericTypesAlsoWithNulls() throws Exception {
    travels(new KafkaRecord("t", 1, 2, 3, null, null, Map.of()), KafkaRecord.class);
    travels(new KafkaRecord("t", 1, 2, 3, KEY, NOT_UTF8, Map.of("a", "b")), KafkaRecord.class);
    travels(KafkaMessage.of("t", null, null), KafkaMessage.class);
    travels(new KafkaMessage("t", KEY, NOT_UTF8, Map.of("a", "b")), KafkaMessage.class);
  }

  @Test
  void theirTextsSayNothingOfTheirContents() {
    assertThat(KafkaMessage.of("t", KEY, KEY)).hasToString("KafkaMessage[t]");
    assertThat(new KafkaRecord("t", 1, 2, 3, KEY, KEY, Map.of())).hasToString("KafkaRecord[t-1@2]");
  }

  @Test
  void theTransactionTimeoutIsUnderTheBrokersMaximum() {
    Properties producer = KafkaSinks.exactlyOnce("b:1", "p").producerProperties();
    assertThat(producer)
        .containsEntry("transaction.timeout.ms", "600000")
        .containsEntry("max.request.size", "8388608")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "true");
  }

  @Test
  void whatASinkPromisesCannotBeChangedByAProperty() {
    Properties producer =
        KafkaSinks.atLeastOnce("b:1")
            .property("acks", "0")
            .property("linger.ms", 7)
            .producerProperties();
    assertThat(producer).containsEntry("acks", "all").containsEntry("linger.ms", "7");
  }

  @Test
  void anExactlyOnceSinkNeedsAPrefixAndASourceAGroup() {
    assertThatThrownBy(() -> KafkaSinks.exactlyOnce("b:1", " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KafkaSources.reading("b:1", "t").build()).hasMessage("groupId");
  }

  @Test
  void aSourceGivesRecordsAsPojos() {
    var source = KafkaSources.reading("b:1", "t").groupId("g").build();
    assertThat(source.getProducedType()).isInstanceOf(PojoTypeInfo.class);
  }

  private static List<KafkaRecord> read(ConsumerRecord<byte[], byte[]> record) {
    List<KafkaRecord> read = new ArrayList<>();
    new KafkaRecordDeserializer().deserialize(record, new Collected(read));
    return read;
  }

  private static <T> void travels(T value, Class<T> type) throws Exception {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(config);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(value);
  }

  private record Collected(List<KafkaRecord> into) implements Collector<KafkaRecord> {
    @Override
    public void collect(KafkaRecord record) {
      into.add(record);
    }

    @Override
    public void close() {}
  }
}
