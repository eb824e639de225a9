package org.groupdigest.job.stores.vectors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.RedisKeys;

/**
 * Remembers vectors in Redis by the hash of model and text, so that a text is paid for once. A
 * group's vectors are one hash, kept for {@link #TTL} after the last write; one that has grown to
 * {@value #MOST} begins anew, so that a busy group does not grow for ever. Without Redis, and where
 * a value is not understood, texts are embedded as if never seen.
 */
public final class CachedEmbedder implements Embedder {

  /** How long a group's vectors are kept after its last one. */
  public static final Duration TTL = Duration.ofDays(7);

  /** Vectors of a group; topics of about two weeks of four window sizes. */
  static final int MOST = 1_000;

  /** Sets in KEYS[1] each field of ARGV[3..] to the value behind it, for ARGV[2] milliseconds. */
  private static final String KEEP =
      """
      if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[1]) then
        redis.call('DEL', KEYS[1])
      end
      for i = 3, #ARGV, 2 do
        redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
      end
      return redis.call('PEXPIRE', KEYS[1], ARGV[2])
      """;

  private final Embedder embedder;
  private final RedisValues redis;
  private final int most;

  /** Uses a shared client, which it does not close. */
  public CachedEmbedder(Embedder embedder, RedisValues redis) {
    this(embedder, redis, MOST);
  }

  CachedEmbedder(Embedder embedder, RedisValues redis, int most) {
    this.embedder = embedder;
    this.redis = redis;
    this.most = most;
  }

  @Override
  public String modelId() {
    return embedder.modelId();
  }

  @Override
  public int size() {
    return embedder.size();
  }

  @Override
  public CompletionStage<Embedding> embed(GroupKey group, List<String> texts) {
    List<String> names = texts.stream().map(this::name).toList();
    return redis
        .fields(RedisKeys.embeddings(group), names)
        .thenCompose(reply -> complete(group, texts, known(texts, names, reply)));
  }

  private String name(String text) {
    return Checksums.sha256(modelId() + "\n" + text);
  }

  private Map<String, float[]> known(
      List<String> texts, List<String> names, RedisReply<List<String>> reply) {
    Map<String, float[]> known = new LinkedHashMap<>();
    if (reply instanceof RedisReply.Answered<List<String>> answered) {
      for (int i = 0; i < names.size(); i++) {
        Optional<float[]> vector = VectorCodec.read(answered.value().get(i), size());
        if (vector.isPresent()) {
          known.put(texts.get(i), vector.get());
        }
      }
    }
    return known;
  }

  private CompletionStage<Embedding> complete(
      GroupKey group, List<String> texts, Map<String, float[]> known) {
    List<String> unknown = texts.stream().filter(t -> !known.containsKey(t)).distinct().toList();
    if (unknown.isEmpty()) {
      EmbeddingUse use = new EmbeddingUse(modelId(), 0, texts.size(), 0);
      return CompletableFuture.completedFuture(inOrder(texts, known, use));
    }
    return embedder
        .embed(group, unknown)
        .thenApply(made -> merged(group, texts, known, unknown, made));
  }

  private Embedding merged(
      GroupKey group,
      List<String> texts,
      Map<String, float[]> known,
      List<String> unknown,
      Embedding made) {
    if (!(made instanceof Embedding.Vectors fresh)) {
      return made;
    }
    for (int i = 0; i < unknown.size(); i++) {
      known.put(unknown.get(i), fresh.vectors().get(i));
    }
    keep(group, unknown, fresh.vectors());
    int cached = texts.size() - unknown.size();
    return inOrder(
        texts,
        known,
        new EmbeddingUse(modelId(), fresh.use().made(), cached, fresh.use().tokens()));
  }

  private static Embedding inOrder(
      List<String> texts, Map<String, float[]> known, EmbeddingUse use) {
    return new Embedding.Vectors(texts.stream().map(known::get).toList(), use);
  }

  /** Nobody waits for it: what is not kept is embedded again. */
  private void keep(GroupKey group, List<String> texts, List<float[]> vectors) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(most));
    arguments.add(Long.toString(TTL.toMillis()));
    for (int i = 0; i < texts.size(); i++) {
      arguments.add(name(texts.get(i)));
      arguments.add(VectorCodec.write(vectors.get(i)));
    }
    redis.evaluate(
        KEEP, new String[] {RedisKeys.embeddings(group)}, arguments.toArray(String[]::new));
  }
}
