package org.groupdigest.connectors.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts and bytes of any length in the state of a sink: four bytes of length, then the content. */
public final class StateBytes {
  private StateBytes() {}

  /** Writes bytes. */
  public static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Writes a text as UTF-8. */
  public static void write(String text, DataOutputStream out) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  /** Reads bytes; an {@link EOFException} when there are less than promised. */
  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the state of a sink ends too early");
    }
    return bytes;
  }

  /** Reads a text. */
  public static String readText(DataInputStream in) throws IOException {
    return new String(read(in), StandardCharsets.UTF_8);
  }
}
