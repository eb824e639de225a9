/**
 * Kafka as raw records in and out, with watermarks for topics that fall quiet. Knows nothing of
 * what the records say.
 */
package org.groupdigest.connectors.kafka;
