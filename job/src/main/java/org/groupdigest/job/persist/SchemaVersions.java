package org.groupdigest.job.persist;

import org.groupdigest.job.model.Stage;

/** Which payloads this version of the product can read. */
@FunctionalInterface
public interface SchemaVersions {
  /** Whether a stage's payload of this schema version can be read. */
  boolean understands(Stage stage, String schemaVersion);
}
