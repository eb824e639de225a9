/**
 * A service that remembers what was said: texts with metadata in namespaces, found by likeness or
 * by time. Its wire form is small enough for any document store to be put behind it.
 */
package org.groupdigest.connectors.contextstore;
