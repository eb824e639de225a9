package org.groupdigest.connectors.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A sink of numbers as texts into a {@link FakeStore}. */
final class FakeSink extends EntryStoreSink<Integer, String> {
  private static final long serialVersionUID = 1L;

  private final transient FakeStore store;

  private FakeSink(
      FakeStore store,
      ElementConverter<Integer, String> converter,
      SinkLimits limits,
      FailureHandling<String> failures) {
    super(converter, limits, failures);
    this.store = store;
  }

  static Builder to(FakeStore store) {
    return new Builder(store);
  }

  @Override
  protected EntryStore<String> openStore() {
    return store;
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<String>> getWriterStateSerializer() {
    return new Texts();
  }

  /** {@link IllegalArgumentException} refuses an entry, {@link SecurityException} the job. */
  static FatalExceptionClassifier classifiers() {
    return FatalExceptionClassifier.createChain(
        FatalExceptionClassifier.withRootCauseOfType(
            IllegalArgumentException.class, e -> new RejectedEntryException("bad")),
        FatalExceptionClassifier.withRootCauseOfType(
            SecurityException.class, e -> new StoreAccessException("denied", "go away")));
  }

  static final class Builder extends EntryStoreSinkBuilder<Integer, String, Builder> {
    static final SinkLimits DEFAULTS = new SinkLimits(2, 4, 100, 1_000, Duration.ofSeconds(1), 20);

    private final FakeStore store;

    private Builder(FakeStore store) {
      super(FakeSink::classifiers);
      this.store = store;
      setElementConverter((number, context) -> "n" + number);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    public FakeSink build() {
      return new FakeSink(store, converter(), limits(DEFAULTS), failures());
    }
  }

  private static final class Texts extends AsyncSinkWriterStateSerializer<String> {
    @Override
    protected void serializeRequestToStream(String entry, DataOutputStream out) throws IOException {
      StateBytes.write(entry, out);
    }

    @Override
    protected String deserializeRequestFromStream(long size, DataInputStream in)
        throws IOException {
      return StateBytes.readText(in);
    }

    @Override
    public int getVersion() {
      return 1;
    }
  }
}
