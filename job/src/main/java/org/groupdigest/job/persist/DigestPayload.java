package org.groupdigest.job.persist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;

/**
 * What the digest's row keeps as JSON, so that the table is the audit trail: everything that has no
 * column or table of its own.
 */
final class DigestPayload {
  /** Ranked messages kept; the ranking of the hand-over has up to 150. */
  static final int TOP_RANKED = 50;

  /** Maps have no order of their own, and equal digests must have equal checksums. */
  private static final ObjectWriter WRITER =
      Json.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private DigestPayload() {}

  /** The payload as JSON. */
  static String of(DigestRecord digest, String deliveryStatus, int targets) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("group", digest.group());
    payload.put("errors", digest.errors());
    payload.put("degradations", digest.degradations());
    payload.put("baseline_delta", digest.baselineDelta());
    payload.put("context_stats", digest.contextStats());
    payload.put("context_ranking", digest.ranking().stream().limit(TOP_RANKED).toList());
    payload.put("context_history_links", digest.historyLinks());
    payload.put("media_stats", digest.media());
    payload.put("media_highlights", digest.mediaHighlights());
    payload.put("synthesis", digest.synthesis());
    payload.put("emotions", digest.emotions());
    payload.put("evaluation", digest.evaluation());
    payload.put("checks", digest.checks());
    payload.put("usage", digest.usage());
    payload.put("calls", digest.calls());
    payload.put("related", digest.related());
    payload.put("delivery", delivery(digest, deliveryStatus, targets));
    return write(payload);
  }

  /** SHA-256 in hex of everything that the digest says. */
  static String checksum(DigestRecord digest) {
    return sha256(write(digest));
  }

  private static Map<String, Object> delivery(
      DigestRecord digest, String deliveryStatus, int targets) {
    Map<String, Object> delivery = new LinkedHashMap<>();
    delivery.put("status", digest.status());
    delivery.put("reason", digest.statusReason());
    delivery.put("trace_id", digest.traceId());
    delivery.put("planned", deliveryStatus);
    delivery.put("targets", targets);
    return delivery;
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      // The text of a Jackson exception quotes the value: it is not passed on.
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName());
    }
  }

  /** The list, or an empty one: a stage's JSON may leave a list out. */
  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
