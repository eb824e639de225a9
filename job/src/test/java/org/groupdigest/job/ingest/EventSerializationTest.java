package org.groupdigest.job.ingest;

import org.apache.flink.types.PojoTestUtils;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;

class EventSerializationTest {

  @Test
  void eventsTravelWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(MessageEvent.class);
  }
}
