package org.groupdigest.job.persist;

import static org.groupdigest.job.persist.DigestPayload.orEmpty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.groupdigest.connectors.postgres.JsonText;
import org.groupdigest.connectors.postgres.Row;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.redact.DigestRedactor;

/** A digest as rows of the tables in {@code sql/postgres}. */
final class DigestRows {
  private static final Rendered NOT_RENDERED = new Rendered(null, List.of(), null, null);

  private final DigestWrite write;
  private final DigestRecord digest;
  private final WindowRef window;
  private final Instant now;

  DigestRows(DigestWrite write, Instant now) {
    this.write = write;
    this.digest = write.digest();
    this.window = digest.window();
    this.now = now;
  }

  Row window() {
    return stretch(new Row().set("tenant_id", window.tenantId()))
        .set("time_zone", window.timeZone())
        .set("group_title", digest.group().title())
        .set("group_username", digest.group().username())
        .set("source", digest.group().source())
        .set("message_count", digest.messageCount())
        .set("participant_count", digest.participantCount())
        .set("status", digest.status().wireName())
        .set("attempt", write.attempt())
        .set("trace_id", digest.traceId())
        .set("created_at", now)
        .set("updated_at", now);
  }

  Row digest() {
    Row row =
        stretch(key())
            .set("attempt", write.attempt())
            .set("content_sha256", DigestPayload.checksum(digest))
            .set("status", digest.status().wireName())
            .set("status_reason", digest.statusReason())
            .set("delivery_status", deliveryStatus())
            .set("language", digest.language())
            .set("trace_id", digest.traceId())
            .set("message_count", digest.messageCount())
            .set("participant_count", digest.participantCount())
            .set("has_synthesis", digest.synthesis() != null)
            .set("headline", headline())
            .set("model_id", digest.synthesisModel())
            .set("quality", quality());
    return readable(costs(row))
        .set(
            "payload",
            JsonText.jsonb(DigestPayload.of(digest, deliveryStatus(), deliveries().size())))
        .set("erased_at", digest.degradations().contains(DigestRedactor.ERASED) ? now : null)
        .set("created_at", now)
        .set("updated_at", now);
  }

  List<Row> topics() {
    Map<String, Integer> streaks = streaks();
    return numbered(
        orEmpty(digest.topics().topics()),
        (topic, row) -> topic(topic, row).set("streak", streaks.getOrDefault(topic.title(), 1)));
  }

  List<Row> participants() {
    return numbered(orEmpty(digest.roles().participants()), DigestRows::participant);
  }

  List<Row> metrics() {
    List<Row> rows = new ArrayList<>();
    DigestMetrics.of(digest)
        .forEach((metric, value) -> rows.add(key().set("metric", metric).set("value", value)));
    return rows;
  }

  /** One row a stage: where a stage was repeated, what it came to in the end. */
  List<Row> artifacts() {
    Map<Stage, StageArtifact> last = new LinkedHashMap<>();
    digest.artifacts().forEach(artifact -> last.put(artifact.stage(), artifact));
    return numbered(List.copyOf(last.values()), this::artifact);
  }

  /** Claims to be made: none unless the digest is ready. */
  List<Row> deliveries() {
    if (digest.status() != DigestStatus.READY) {
      return List.of();
    }
    return write.targets().stream().distinct().map(this::delivery).toList();
  }

  Row review() {
    return key()
        .set("window_id", window.windowId())
        .set("group_id", window.groupId())
        .set("attempt", write.attempt())
        .set("reason", digest.statusReason())
        .set("quality", quality())
        .set("status", "open")
        .set("reviewer", null)
        .set("remark", null)
        .set("trace_id", digest.traceId())
        .set("created_at", now)
        .set("decided_at", null);
  }

  private Row key() {
    return new Row().set("tenant_id", window.tenantId()).set("digest_id", digest.digestId());
  }

  private Row stretch(Row row) {
    return row.set("window_id", window.windowId())
        .set("group_id", window.groupId())
        .set("window_hours", window.hours())
        .set("window_start", window.start())
        .set("window_end", window.end())
        .set("kind", window.kind().wireName());
  }

  private Row costs(Row row) {
    return row.set("calls", digest.usage().calls())
        .set("prompt_tokens", digest.usage().promptTokens())
        .set("answer_tokens", digest.usage().answerTokens())
        .set("cost_micros", digest.usage().costMicros());
  }

  private Row readable(Row row) {
    Rendered forms = digest.rendered() == null ? NOT_RENDERED : digest.rendered();
    return row.set("html", forms.html())
        .set("html_parts", orEmpty(forms.htmlParts()))
        .set("markdown", forms.markdown())
        .set("plain_text", forms.text());
  }

  private static Row topic(Topics.Topic topic, Row row) {
    return row.set("topic_id", topic.topicId())
        .set("title", topic.title())
        .set("priority", topic.priority())
        .set("status", topic.status())
        .set("summary", topic.summary())
        .set("decision", topic.decision())
        .set("message_count", topic.messageCount())
        .set("owners", orEmpty(topic.owners()))
        .set("keywords", orEmpty(topic.keywords()))
        .set("message_ids", orEmpty(topic.messageIds()))
        .set("thread_ids", orEmpty(topic.threadIds()))
        .set("payload", JsonText.jsonb(DigestPayload.write(topic)));
  }

  private static Row participant(Roles.Participant participant, Row row) {
    return row.set("username", participant.username())
        .set("dominant_role", participant.dominantRole())
        .set("message_count", orEmpty(participant.messageIds()).size())
        .set("message_ids", orEmpty(participant.messageIds()))
        .set("remark", participant.comment())
        .set("roles", JsonText.jsonb(Json.write(orEmpty(participant.roles()))));
  }

  private Row artifact(StageArtifact artifact, Row row) {
    return row.set("window_id", window.windowId())
        .set("group_id", window.groupId())
        .set("stage", artifact.stage().wireName())
        .set("outcome", artifact.outcome().wireName())
        .set("model_id", artifact.modelId())
        .set("prompt_id", artifact.promptId())
        .set("prompt_version", artifact.promptVersion())
        .set("schema_version", artifact.schemaVersion())
        .set("checksum", artifact.checksum())
        .set("boundary_integrity", artifact.boundaryIntegrity())
        .set("attempts", artifact.attempts())
        .set("prompt_tokens", artifact.promptTokens())
        .set("answer_tokens", artifact.answerTokens())
        .set("notes", orEmpty(artifact.notes()))
        .set("trace_id", digest.traceId())
        .set("stored_at", now)
        .set("payload", JsonText.json(artifact.payload()));
  }

  private Row delivery(DeliveryTarget target) {
    return key()
        .set("channel", target.channel())
        .set("address", target.address())
        .set("delivery_id", deliveryId(digest.digestId(), target))
        .set("group_id", window.groupId())
        .set("attempt", write.attempt())
        .set("status", "planned")
        .set("parts_total", parts(target))
        .set("trace_id", digest.traceId())
        .set("created_at", now)
        .set("updated_at", now);
  }

  static String deliveryId(String digestId, DeliveryTarget target) {
    return DeterministicIds.of("delivery", digestId, target.channel(), target.address());
  }

  /** Telegram takes a long digest in parts, everyone else in one piece. */
  private int parts(DeliveryTarget target) {
    boolean inParts = target.channel().equals("telegram") && digest.rendered() != null;
    return inParts ? Math.max(1, orEmpty(digest.rendered().htmlParts()).size()) : 1;
  }

  private String deliveryStatus() {
    return deliveries().isEmpty() ? "none" : "planned";
  }

  private String headline() {
    boolean has = digest.synthesis() != null && digest.synthesis().headline() != null;
    return has ? digest.synthesis().headline().text() : null;
  }

  private Double quality() {
    return digest.evaluation() == null ? null : (Double) digest.evaluation().weakest();
  }

  private Map<String, Integer> streaks() {
    return digest.baselineDelta() == null
        ? Map.of()
        : orEmpty(digest.baselineDelta().continued()).stream()
            .collect(
                Collectors.toMap(
                    BaselineDelta.ContinuedTopic::title,
                    BaselineDelta.ContinuedTopic::streak,
                    Math::max));
  }

  private <T> List<Row> numbered(List<T> items, BiFunction<T, Row, Row> columns) {
    List<Row> rows = new ArrayList<>();
    for (T item : items) {
      rows.add(columns.apply(item, key().set("position", rows.size())));
    }
    return rows;
  }
}
