package org.groupdigest.job.app;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The schemas of the topics. */
final class EventSchemas {

  private static final String PREFIX = "https://groupdigest.org/schemas/";
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(mappers -> mappers.mapPrefix(PREFIX, "classpath:schemas/")));
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private EventSchemas() {}

  /** In what a record differs from the schema of its topic. */
  static Set<ValidationMessage> problems(TestTopics.Out record) {
    String schema = PREFIX + "events/" + record.topic() + ".json";
    return SCHEMAS.getSchema(SchemaLocation.of(schema), STRICT).validate(record.json());
  }
}
