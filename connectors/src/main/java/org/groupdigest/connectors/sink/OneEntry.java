package org.groupdigest.connectors.sink;

import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/** The only entry of an element, as a list. */
record OneEntry<T, E>(ElementConverter<T, E> converter) implements ElementConverter<T, List<E>> {
  @Override
  public List<E> apply(T element, SinkWriter.Context context) {
    return List.of(converter.apply(element, context));
  }

  @Override
  public void open(WriterInitContext context) {
    converter.open(context);
  }
}
