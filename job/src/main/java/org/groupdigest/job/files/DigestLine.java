package org.groupdigest.job.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.render.DigestSources;
import org.groupdigest.job.render.LinkPattern;

/** A digest as one flat JSON object: the line format of {@code digests.jsonl}. */
public final class DigestLine {

  private DigestLine() {}

  /**
   * The line of a digest; lists are empty and texts null where there is nothing.
   *
   * @param links where messages can be read
   */
  public static ObjectNode of(DigestRecord digest, LinkPattern links) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("window_id", digest.window().windowId());
    line.put("digest_id", digest.digestId());
    line.put("tenant_id", digest.window().tenantId());
    line.put("group_id", digest.window().groupId());
    line.put("window_start", digest.window().start().toString());
    line.put("window_end", digest.window().end().toString());
    line.put("window_hours", digest.window().hours());
    line.put("message_count", digest.messageCount());
    line.put("participant_count", digest.participantCount());
    line.put("status", digest.status().wireName());
    line.put("status_reason", digest.statusReason());
    line.put("language", digest.language());
    content(line, digest);
    line.set("sources", Json.tree(DigestSources.of(digest, links).cited()));
    findings(line, digest);
    rendered(line, digest.rendered());
    line.put("trace_id", digest.traceId());
    return line;
  }

  private static void content(ObjectNode line, DigestRecord digest) {
    Synthesis synthesis = digest.synthesis();
    boolean made = synthesis != null;
    line.set("headline", Json.tree(made ? synthesis.headline() : null));
    line.set("key_points", made ? Json.tree(synthesis.keyPoints()) : line.arrayNode());
    line.set("topics", Json.tree(digest.topics().topics()));
    line.set("decisions", made ? Json.tree(synthesis.decisions()) : line.arrayNode());
    line.set("open_questions", made ? Json.tree(synthesis.openQuestions()) : line.arrayNode());
    line.set("actions", made ? Json.tree(synthesis.actions()) : line.arrayNode());
    line.set("participants", Json.tree(digest.roles().participants()));
    line.set("mentions", made ? Json.tree(synthesis.participants()) : line.arrayNode());
    line.set("emotions", Json.tree(digest.emotions()));
  }

  private static void findings(ObjectNode line, DigestRecord digest) {
    line.set("evaluation", Json.tree(digest.evaluation()));
    line.set("checks", Json.tree(digest.checks()));
    line.set("baseline_delta", Json.tree(digest.baselineDelta()));
    line.set("context_stats", Json.tree(digest.contextStats()));
    line.set("stages", Json.tree(stages(digest)));
    line.set("degradations", Json.tree(digest.degradations()));
    line.set("errors", Json.tree(digest.errors()));
    line.set("usage", Json.tree(digest.usage()));
  }

  private static Map<String, Map<String, Object>> stages(DigestRecord digest) {
    Map<String, Map<String, Object>> stages = new LinkedHashMap<>();
    for (StageArtifact artifact : digest.artifacts()) {
      Map<String, Object> stage = new LinkedHashMap<>();
      stage.put("model_id", artifact.modelId());
      stage.put("prompt_version", artifact.promptVersion());
      stage.put("schema_version", artifact.schemaVersion());
      stage.put("outcome", artifact.outcome());
      stage.put("boundary_integrity", artifact.boundaryIntegrity());
      stages.put(artifact.stage().wireName(), stage);
    }
    return stages;
  }

  private static void rendered(ObjectNode line, Rendered rendered) {
    line.set("html", rendered == null ? line.nullNode() : html(rendered));
    line.put("markdown", rendered == null ? null : rendered.markdown());
    line.put("text", rendered == null ? null : rendered.text());
  }

  /** One message as text; a digest that does not fit into one as the list of its parts. */
  private static JsonNode html(Rendered rendered) {
    List<String> parts = rendered.htmlParts();
    return parts.size() > 1 ? Json.tree(parts) : TextNode.valueOf(rendered.html());
  }
}
