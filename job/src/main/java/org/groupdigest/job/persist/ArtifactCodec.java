package org.groupdigest.job.persist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.StageArtifact;

/**
 * An artifact as one JSON object: {@code version} and {@code attempt} first, metadata, the payload
 * as JSON last. The payload's text is kept as it is, so that its checksum holds.
 */
final class ArtifactCodec {
  /** Version of the object's form. */
  static final int VERSION = 1;

  private static final String PAYLOAD = "payload";

  private final SchemaVersions schemas;

  ArtifactCodec(SchemaVersions schemas) {
    this.schemas = schemas;
  }

  String write(StoredArtifact stored) {
    ObjectNode all = Json.mapper().createObjectNode();
    all.put("version", VERSION);
    all.put("attempt", stored.attempt());
    all.put("stored_at", stored.storedAt().toString());
    all.put("trace_id", stored.traceId());
    all.setAll((ObjectNode) Json.tree(stored.artifact()));
    all.remove(PAYLOAD);
    String metadata = Json.write(all);
    return metadata.substring(0, metadata.length() - 1)
        + ",\""
        + PAYLOAD
        + "\":"
        + stored.artifact().payload()
        + "}";
  }

  ArtifactLookup read(String text) {
    try {
      JsonNode all = Json.mapper().readTree(text);
      if (all.isMissingNode()) {
        return missing(ArtifactLookup.Reason.UNREADABLE);
      }
      if (!all.path("version").isInt() || all.path("version").intValue() != VERSION) {
        return missing(ArtifactLookup.Reason.UNKNOWN_VERSION);
      }
      return check(stored((ObjectNode) all, payload(text)));
    } catch (IOException | RuntimeException e) {
      // Somebody else's value, or a cut one: what it says does not matter, nor may it be logged.
      return missing(ArtifactLookup.Reason.UNREADABLE);
    }
  }

  private ArtifactLookup check(StoredArtifact stored) {
    StageArtifact artifact = stored.artifact();
    if (!schemas.understands(artifact.stage(), artifact.schemaVersion())) {
      return missing(ArtifactLookup.Reason.UNKNOWN_VERSION);
    }
    if (!DigestPayload.sha256(artifact.payload()).equals(artifact.checksum())) {
      return missing(ArtifactLookup.Reason.CHECKSUM_MISMATCH);
    }
    return new ArtifactLookup.Found(stored);
  }

  private static StoredArtifact stored(ObjectNode all, String payload) throws IOException {
    all.put(PAYLOAD, "");
    StageArtifact artifact = Json.mapper().treeToValue(all, StageArtifact.class);
    return new StoredArtifact(
        withPayload(artifact, payload),
        all.required("attempt").intValue(),
        all.required("trace_id").textValue(),
        Instant.parse(all.required("stored_at").textValue()));
  }

  /** The payload's own text, which parsing and writing again would not always give. */
  private static String payload(String text) throws IOException {
    try (JsonParser parser = Json.mapper().createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(PAYLOAD);
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        if (found) {
          parser.finishToken();
          return text.substring(start, (int) parser.currentLocation().getCharOffset());
        }
      }
      throw new IOException("no payload");
    }
  }

  private static StageArtifact withPayload(StageArtifact artifact, String payload) {
    return new StageArtifact(
        artifact.stage(),
        artifact.outcome(),
        artifact.modelId(),
        artifact.promptId(),
        artifact.promptVersion(),
        artifact.schemaVersion(),
        artifact.checksum(),
        artifact.boundaryIntegrity(),
        artifact.attempts(),
        artifact.promptTokens(),
        artifact.answerTokens(),
        artifact.notes(),
        payload);
  }

  private static ArtifactLookup missing(ArtifactLookup.Reason reason) {
    return new ArtifactLookup.Missing(reason);
  }
}
