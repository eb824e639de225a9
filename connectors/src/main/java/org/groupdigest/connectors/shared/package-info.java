/** One client a process and endpoint, whatever the parallelism. */
package org.groupdigest.connectors.shared;
