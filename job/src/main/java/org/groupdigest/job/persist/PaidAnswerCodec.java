package org.groupdigest.job.persist;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groupdigest.connectors.postgres.PostgresText;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;

/**
 * A paid answer as one JSON object, {@code version} first. Its checksum covers the answer and the
 * whole key, so that neither a changed answer nor that of another key is ever taken for it.
 */
final class PaidAnswerCodec {
  /** Version of the object's form and of the checksum. */
  static final int VERSION = 1;

  private PaidAnswerCodec() {}

  /** Where an answer is in Redis: {@code digest:{tenant}:{group}:{window}:call:{callId}}. */
  static String redisKey(CallKey key) {
    return redisKey(key.group(), key.window().windowId(), key.callId());
  }

  /** Where the answer of a call is in Redis. */
  static String redisKey(GroupKey group, String windowId, String callId) {
    return RedisKeys.of("digest", group.tenantId(), group.groupId(), windowId, "call", callId);
  }

  static String write(CallKey key, PaidAnswer answer, Instant storedAt) {
    return Json.write(
        new Stored(
            VERSION,
            key.stages(),
            key.promptId(),
            key.promptVersion(),
            key.modelId(),
            key.inputChecksum(),
            storedAt,
            checksum(key, answer),
            answer));
  }

  /** The answer of this key, or nothing when the text is anything else. */
  static Optional<PaidAnswer> read(CallKey key, String text) {
    try {
      Stored stored = Json.mapper().readValue(text, Stored.class);
      return stored != null && stored.version() == VERSION
          ? checked(key, stored.answer(), stored.checksum())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      // Somebody else's value, or a cut one: what it says does not matter, nor may it be logged.
      return Optional.empty();
    }
  }

  /** The answer if it is whole and that of this key. */
  static Optional<PaidAnswer> checked(CallKey key, PaidAnswer answer, String checksum) {
    return Optional.ofNullable(answer).filter(found -> checksum(key, found).equals(checksum));
  }

  /**
   * The answer as every store can keep it. Half a surrogate pair or a U+0000 that a model sent is
   * lost on the way through UTF-8 and Postgres; lost before the checksum is taken, it does not make
   * the answer look damaged and be paid for again.
   */
  static PaidAnswer storable(PaidAnswer answer) {
    return new PaidAnswer(
        PostgresText.storable(answer.text()),
        answer.truncated(),
        PostgresText.storable(answer.modelId()),
        answer.promptTokens(),
        answer.answerTokens());
  }

  static String checksum(CallKey key, PaidAnswer answer) {
    StringBuilder all = new StringBuilder();
    Stream.of(
            key.group().tenantId(),
            key.group().groupId(),
            key.callId(),
            answer.text(),
            answer.truncated(),
            answer.modelId(),
            answer.promptTokens(),
            answer.answerTokens())
        .map(String::valueOf)
        .forEach(field -> all.append(field.length()).append(':').append(field));
    return Checksums.sha256(all.toString());
  }

  private record Stored(
      int version,
      List<Stage> stages,
      String promptId,
      String promptVersion,
      String modelId,
      String inputChecksum,
      Instant storedAt,
      String checksum,
      PaidAnswer answer) {}
}
