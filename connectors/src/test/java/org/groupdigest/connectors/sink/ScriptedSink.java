package org.groupdigest.connectors.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** An ordered sink of words to a {@link ScriptedSender}. */
final class ScriptedSink extends OrderedSink<String, TextEntry> {
  private static final long serialVersionUID = 1L;

  private final transient ScriptedSender sender;

  private ScriptedSink(Builder builder) {
    super(builder);
    this.sender = builder.sender;
  }

  static Builder to(ScriptedSender sender) {
    return new Builder(sender).setElementConverter((word, context) -> new TextEntry(word));
  }

  @Override
  protected BatchSender<TextEntry> openSender() {
    return sender;
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<TextEntry>> getWriterStateSerializer() {
    return new Serializer();
  }

  /** Makes such sinks. */
  static final class Builder extends OrderedSinkBuilder<String, TextEntry, Builder> {
    private final ScriptedSender sender;

    private Builder(ScriptedSender sender) {
      this.sender = sender;
    }

    @Override
    public ScriptedSink build() {
      return new ScriptedSink(this);
    }
  }

  private static final class Serializer extends VersionedEntrySerializer<TextEntry> {
    @Override
    protected void serializeRequestToStream(TextEntry entry, DataOutputStream out)
        throws IOException {
      StateBytes.write(entry.text(), out);
    }

    @Override
    protected TextEntry deserializeRequestFromStream(long size, DataInputStream in)
        throws IOException {
      return new TextEntry(StateBytes.readText(in));
    }
  }
}
