/**
 * What clients of stores have in common: one client a process and endpoint, whatever the
 * parallelism, expected failures as values, and secrets named by their place.
 */
package org.groupdigest.connectors.shared;
