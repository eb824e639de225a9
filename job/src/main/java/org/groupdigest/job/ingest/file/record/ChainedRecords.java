package org.groupdigest.job.ingest.file.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The records of several files as those of one; each file is opened when it is its turn. */
public final class ChainedRecords extends PulledRecords {

  private final Iterator<Opener> openers;
  private final Closeable container;
  private final String origin;
  private final List<String> remarks;
  private FileRecords current;
  private final Supplier<Optional<String>> containerCutOff;
  private String cutOff;

  /** Opens one of the files. */
  @FunctionalInterface
  public interface Opener {
    /** The records of the file, or null when it has none. */
    FileRecords open() throws IOException;
  }

  /**
   * Records of several files, the first of which is opened at once.
   *
   * @param container closed at the end
   * @param origin name of the folder or zip
   * @param remarks sentences about the container
   * @param cutOff where the container ends if it is incomplete
   */
  public ChainedRecords(
      List<Opener> files,
      Closeable container,
      String origin,
      List<String> remarks,
      Supplier<Optional<String>> cutOff)
      throws IOException {
    this.openers = files.iterator();
    this.container = container;
    this.origin = origin;
    this.containerCutOff = cutOff;
    this.remarks = new ArrayList<>(remarks);
    advance();
  }

  private void advance() throws IOException {
    finish();
    while (current == null && openers.hasNext()) {
      current = openers.next().open();
    }
    if (current != null) {
      current.remarks().stream().filter(r -> !remarks.contains(r)).forEach(remarks::add);
    }
  }

  private void finish() throws IOException {
    if (current != null) {
      cutOff = cutOff == null ? current.cutOff().orElse(null) : cutOff;
      current.close();
      current = null;
    }
  }

  @Override
  protected FileRecord pull() throws IOException {
    while (current != null && !current.hasNext()) {
      advance();
    }
    return current == null ? null : current.next();
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public Optional<String> cutOff() {
    return containerCutOff.get().or(() -> Optional.ofNullable(cutOff));
  }

  @Override
  protected String origin() {
    return origin;
  }

  @Override
  public void close() throws IOException {
    try {
      finish();
    } finally {
      container.close();
    }
  }
}
