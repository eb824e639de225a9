package org.groupdigest.connectors.sink;

import java.io.Serializable;

/**
 * One change to a store, as it waits in a sink and in its state; bigger ones fill a batch sooner.
 */
public interface SinkEntry extends Serializable {
  /** About how many bytes the change has on the wire. */
  long sizeInBytes();
}
