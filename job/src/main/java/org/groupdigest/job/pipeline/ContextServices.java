package org.groupdigest.job.pipeline;

import java.io.Serializable;
import java.util.Optional;
import org.groupdigest.job.context.ContextStorage;

/**
 * Where the windows pipeline finds earlier messages outside its own state. Travels with the job
 * graph and is opened once for each parallel instance; implementations share clients.
 */
public interface ContextServices extends Serializable {

  /** No service: history is what keyed state remembers. */
  static ContextServices none() {
    return () -> new Opened(null, () -> {});
  }

  /** Opens the service; does not wait for it. */
  Opened open();

  /**
   * An opened service.
   *
   * @param service the service, or null for none
   * @param closing lets go of it
   */
  record Opened(ContextStorage service, Runnable closing) implements AutoCloseable {

    /** The service, if there is one. */
    Optional<ContextStorage> storage() {
      return Optional.ofNullable(service);
    }

    @Override
    public void close() {
      closing.run();
    }
  }
}
