package org.groupdigest.job.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads an embedded JSON value into its text, the counterpart of a raw value. */
final class RawJson extends StdDeserializer<String> {

  private static final long serialVersionUID = 1L;

  RawJson() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return parser.readValueAsTree().toString();
  }
}
