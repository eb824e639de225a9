package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.api.Test;

class EventSerializationTest {

  private static final Instant BROKER_TIME = Instant.parse("2025-11-10T09:15:02.123456789Z");

  @Test
  void eventsTravelWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(MessageEvent.class);
  }

  @Test
  void everyKindOfEventComesOutAsItWentIn() throws IOException {
    ObjectNode delete = EventJson.minimal();
    delete.putObject("payload").put("message_id", "1").put("op", "delete");
    for (ObjectNode record : new ObjectNode[] {EventJson.full(), EventJson.minimal(), delete}) {
      MessageEvent event = parse(record);
      assertThat(copy(event)).isEqualTo(event);
    }
  }

  private static MessageEvent copy(MessageEvent event) throws IOException {
    TypeSerializer<MessageEvent> serializer =
        TypeInformation.of(MessageEvent.class).createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(event, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  private static MessageEvent parse(ObjectNode record) {
    ParsedRecord parsed =
        new MessageParser((tenant, text) -> text)
            .parse(EventJson.bytes(record.toString()), new SourcePosition("in", 0, 1), BROKER_TIME);
    return ((ParsedRecord.Accepted) parsed).event();
  }
}
