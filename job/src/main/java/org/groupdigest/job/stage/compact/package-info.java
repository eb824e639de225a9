/**
 * What makes a window small enough for a model and its answers whole again: short ids, chunks of
 * large windows, and the merging of what they came to.
 */
package org.groupdigest.job.stage.compact;
