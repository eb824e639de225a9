/**
 * The one base of our sinks, on Flink's asynchronous sink, for stores that may be away for hours
 * and must see changes in order: one request at a time, repeated in place, and checkpoints that do
 * not wait for the store until its buffer is full.
 */
package org.groupdigest.connectors.sink;
