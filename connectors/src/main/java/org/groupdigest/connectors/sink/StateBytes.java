package org.groupdigest.connectors.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts and bytes of any length in the state of a sink: four bytes of length, then the content. */
public final class StateBytes {
  private StateBytes() {}

  /** Writes bytes. */
  public static void write(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Writes a text as UTF-8. */
  public static void write(String text, DataOutput out) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  /** Reads bytes; an {@link EOFException} when there are less than promised. */
  public static byte[] read(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Reads a text. */
  public static String readText(DataInput in) throws IOException {
    return new String(read(in), StandardCharsets.UTF_8);
  }
}
