package org.groupdigest.job.sim;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;

/**
 * Every request in the order in which they ended, in memory and, where wanted, in a file. A request
 * is in it before its client has the last byte of the answer. Safe to share between threads.
 */
public final class SimLog implements AutoCloseable {

  private final List<SimCall> calls = new ArrayList<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final BufferedWriter file;

  private SimLog(BufferedWriter file) {
    this.file = file;
  }

  /**
   * An empty log.
   *
   * @param path file to write to as well, replaced when it is there; or null
   */
  static SimLog open(Path path) throws IOException {
    return new SimLog(path == null ? null : Files.newBufferedWriter(path, StandardCharsets.UTF_8));
  }

  /** Counts a request with this key; the number it is. */
  synchronized int attempt(String key) {
    return attempts.merge(key, 1, Integer::sum);
  }

  synchronized void add(SimCall call) {
    calls.add(call);
    if (file != null) {
      try {
        file.write(Json.write(call));
        file.newLine();
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the log", e);
      }
    }
  }

  /** All requests so far. */
  public synchronized List<SimCall> calls() {
    return List.copyOf(calls);
  }

  /** The requests for chats and embeddings. */
  public List<SimCall> modelCalls() {
    return calls().stream().filter(one -> one.model() != null).toList();
  }

  /** All requests so far in numbers. */
  public SimTotals totals() {
    return SimTotals.of(calls());
  }

  /** Closes the file; what is in memory stays. */
  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
