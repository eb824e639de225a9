package org.groupdigest.connectors.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named values that every store understands: text, whole numbers ({@code long}), numbers ({@code
 * double}), booleans, null, and lists of these. Copied, checked, and written to bytes.
 */
public final class PlainValues {
  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte NUMBER = 3;
  private static final byte BOOLEAN = 4;
  private static final byte LIST = 5;

  private PlainValues() {}

  /**
   * An unmodifiable copy in the same order, with every {@code int} as {@code long} and every {@code
   * float} as {@code double}.
   *
   * @throws IllegalArgumentException names the key and type of a value of another kind
   */
  public static Map<String, Object> copyOf(Map<String, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((key, value) -> copy.put(key, plain(key, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object plain(String key, Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(plain(key, item)));
      return Collections.unmodifiableList(copy);
    }
    if (value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "the value of " + key + " is a " + value.getClass().getSimpleName());
  }

  /** About how many bytes these values have on the wire. */
  public static long sizeOf(Map<String, Object> values) {
    long size = 0;
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      size += sizeOf(entry.getKey()) + sizeOf(entry.getValue());
    }
    return size;
  }

  private static long sizeOf(Object value) {
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8).length + 2L;
    }
    if (value instanceof List<?> list) {
      return 2L + list.stream().mapToLong(PlainValues::sizeOf).sum();
    }
    return Long.BYTES + 1L;
  }

  /** Writes the values. */
  public static void write(Map<String, Object> values, DataOutput out) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      StateBytes.write(entry.getKey(), out);
      writeValue(entry.getValue(), out);
    }
  }

  private static void writeValue(Object value, DataOutput out) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof String text) {
      out.writeByte(TEXT);
      StateBytes.write(text, out);
    } else if (value instanceof Long whole) {
      out.writeByte(WHOLE);
      out.writeLong(whole);
    } else if (value instanceof Double number) {
      out.writeByte(NUMBER);
      out.writeDouble(number);
    } else if (value instanceof Boolean truth) {
      out.writeByte(BOOLEAN);
      out.writeBoolean(truth);
    } else {
      writeList((List<?>) value, out);
    }
  }

  private static void writeList(List<?> list, DataOutput out) throws IOException {
    out.writeByte(LIST);
    out.writeInt(list.size());
    for (Object item : list) {
      writeValue(item, out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Map<String, Object> read(DataInput in) throws IOException {
    int size = in.readInt();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      values.put(StateBytes.readText(in), readValue(in));
    }
    return Collections.unmodifiableMap(values);
  }

  private static Object readValue(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case NULL -> null;
      case TEXT -> StateBytes.readText(in);
      case WHOLE -> in.readLong();
      case NUMBER -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
      case LIST -> readList(in);
      default -> throw new IOException("value of unknown kind " + kind);
    };
  }

  private static List<Object> readList(DataInput in) throws IOException {
    int size = in.readInt();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(readValue(in));
    }
    return Collections.unmodifiableList(list);
  }
}
