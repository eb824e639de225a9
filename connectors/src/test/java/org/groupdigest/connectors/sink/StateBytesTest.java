package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StateBytesTest {
  @Property
  void bytesAreReadAsTheyWereWrittenAndNotOneMore(@ForAll byte[] first, @ForAll byte[] second)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    StateBytes.write(first, out);
    StateBytes.write(second, out);
    DataInputStream in = input(bytes.toByteArray());
    assertThat(StateBytes.read(in)).isEqualTo(first);
    assertThat(StateBytes.read(in)).isEqualTo(second);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Example
  void textsAreLongerThanJavasOwnFormatAllows() throws IOException {
    String text = "жж🙂".repeat(30_000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateBytes.write(text, new DataOutputStream(bytes));
    assertThat(StateBytes.readText(input(bytes.toByteArray()))).isEqualTo(text);
  }

  @Example
  void anEndThatComesTooEarlyIsAnError() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateBytes.write("abc", new DataOutputStream(bytes));
    for (int length = 0; length < bytes.size(); length++) {
      byte[] cut = Arrays.copyOf(bytes.toByteArray(), length);
      assertThatThrownBy(() -> StateBytes.read(input(cut))).isInstanceOf(EOFException.class);
    }
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
