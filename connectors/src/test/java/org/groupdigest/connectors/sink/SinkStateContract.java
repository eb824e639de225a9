package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the state of every sink promises. The bytes of the version are frozen in a file, which
 * {@code -Dtest.freeze=true} writes, once.
 *
 * @param <E> changes to the store
 */
public abstract class SinkStateContract<E extends SinkEntry> {
  private final SimpleVersionedSerializer<BufferedRequestState<E>> serializer;
  private final String file;
  private final List<E> changes;

  /**
   * @param serializer of the sink, in its present version
   * @param file name of the frozen bytes
   * @param changes one of each kind at least: what was frozen
   */
  protected SinkStateContract(
      SimpleVersionedSerializer<BufferedRequestState<E>> serializer, String file, List<E> changes) {
    this.serializer = serializer;
    this.file = file;
    this.changes = changes;
  }

  @Test
  void everyKindOfChangeSurvivesItsBytes() throws Exception {
    byte[] bytes = serializer.serialize(FrozenEntries.state(changes));
    assertThat(FrozenEntries.entries(serializer.deserialize(serializer.getVersion(), bytes)))
        .isEqualTo(changes);
  }

  @Test
  void theFrozenStateIsReadForEver() throws Exception {
    assertThat(FrozenEntries.read(file, serializer.getVersion(), serializer)).isEqualTo(changes);
  }

  @Test
  @EnabledIfSystemProperty(named = "test.freeze", matches = "true")
  void freeze() throws Exception {
    FrozenEntries.write(file, serializer, changes);
  }
}
