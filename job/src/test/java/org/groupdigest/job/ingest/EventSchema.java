package org.groupdigest.job.ingest;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;

/** The published schema behind the library that other parts validate with. */
final class EventSchema {

  private EventSchema() {}

  static JsonSchema load() {
    InputStream resource =
        EventSchema.class.getResourceAsStream("/schemas/events/group.message.ingested.v1.json");
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).failFast(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(resource, config);
  }
}
