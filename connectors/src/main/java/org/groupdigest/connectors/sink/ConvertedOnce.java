package org.groupdigest.connectors.sink;

import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * Hands entries that were made before to Flink's writer, which asks for one by element: an entry is
 * looked at before it is buffered, made only once, and an element may have several.
 */
final class ConvertedOnce<T, E> implements ElementConverter<T, E> {
  private static final long serialVersionUID = 1L;

  private final ElementConverter<T, List<E>> converter;
  private transient E entry;

  ConvertedOnce(ElementConverter<T, List<E>> converter) {
    this.converter = converter;
  }

  /** Makes the entries of an element. */
  List<E> convert(T element, SinkWriter.Context context) {
    return converter.apply(element, context);
  }

  /** Sets the entry that the next {@link #apply} returns. */
  void next(E made) {
    entry = made;
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
