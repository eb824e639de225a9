package org.groupdigest.connectors.sink;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * Hands an entry that was made before to Flink's writer, which asks for it by element: an entry is
 * looked at before it is buffered, and made only once.
 */
final class ConvertedOnce<T, E> implements ElementConverter<T, E> {
  private static final long serialVersionUID = 1L;

  private final ElementConverter<T, E> converter;
  private transient E entry;

  ConvertedOnce(ElementConverter<T, E> converter) {
    this.converter = converter;
  }

  /** Makes the entry that the next {@link #apply} returns. */
  E convert(T element, SinkWriter.Context context) {
    entry = converter.apply(element, context);
    return entry;
  }

  @Override
  public E apply(T element, SinkWriter.Context context) {
    return entry;
  }

  @Override
  public void open(WriterInitContext context) {
    converter.open(context);
  }
}
