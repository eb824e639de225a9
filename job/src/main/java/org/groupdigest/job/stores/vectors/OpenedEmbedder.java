package org.groupdigest.job.stores.vectors;

import java.io.Serializable;

/**
 * An embedder and what it holds open.
 *
 * @param embedder makes vectors
 * @param closing closes what the embedder uses
 */
public record OpenedEmbedder(Embedder embedder, Runnable closing) implements AutoCloseable {

  /** Opens an embedder where an operator runs. */
  @FunctionalInterface
  public interface Source extends Serializable {

    /** Opens it; does not wait for anybody. */
    OpenedEmbedder open();
  }

  @Override
  public void close() {
    closing.run();
  }
}
