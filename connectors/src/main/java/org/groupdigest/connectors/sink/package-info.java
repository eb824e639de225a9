/**
 * What sinks of stores have in common, on Flink's {@code AsyncSinkBase}: batches in flight, one
 * retry layer with growing delays, failures sorted into those of an entry, of the sink and of the
 * moment, and entries that wait in the checkpoint.
 *
 * <p>A store that is away is asked again for ever, and its entries stay in the buffer. A full
 * buffer, and a flush that has begun, hold the task's thread until the store is back: upstream is
 * slowed down, and no checkpoint of the <em>whole job</em> completes meanwhile. What must not wait
 * for such a store therefore runs in another job; the store's entries are read from a topic of
 * their own, which keeps them as long as it takes.
 */
package org.groupdigest.connectors.sink;
