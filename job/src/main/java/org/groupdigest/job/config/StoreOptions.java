package org.groupdigest.job.config;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Settings of the stores that a deployment may have: each is off unless its address is set. Keys
 * are in {@link StoreKeys}.
 */
public final class StoreOptions {

  /** Bucket of media records, digests and archives. */
  public static final ConfigOption<String> S3_BUCKET =
      text("digest.s3.bucket", "Bucket of archives; empty: nothing is kept in S3.");

  /** Another endpoint than that of AWS. */
  public static final ConfigOption<String> S3_ENDPOINT =
      text("digest.s3.endpoint", "URL of a server that speaks S3; empty: AWS.");

  /** Region. */
  public static final ConfigOption<String> S3_REGION =
      ConfigOptions.key("digest.s3.region")
          .stringType()
          .defaultValue("us-east-1")
          .withDescription("Region of the bucket.");

  /** How the bucket is addressed. */
  public static final ConfigOption<Boolean> S3_PATH_STYLE =
      flag("digest.s3.path.style", "The bucket stands in the path and not in the host name.");

  /** File of the access key id. */
  public static final ConfigOption<String> S3_ACCESS_KEY_FILE =
      text(
          "digest.s3.access.key.file", "File with the access key id; empty: as the AWS SDK finds.");

  /** File of the secret key. */
  public static final ConfigOption<String> S3_SECRET_KEY_FILE =
      text("digest.s3.secret.key.file", "File with the secret key; goes with the access key's.");

  /** Qdrant. */
  public static final ConfigOption<String> QDRANT_HOST =
      text("digest.qdrant.host", "Host of Qdrant; empty: no vectors are kept.");

  /** Its gRPC port. */
  public static final ConfigOption<Integer> QDRANT_PORT =
      ConfigOptions.key("digest.qdrant.port")
          .intType()
          .defaultValue(6334)
          .withDescription("gRPC port of Qdrant.");

  /** Whether it is spoken to over TLS. */
  public static final ConfigOption<Boolean> QDRANT_TLS =
      flag("digest.qdrant.tls", "Qdrant is spoken to over TLS.");

  /** File of its API key. */
  public static final ConfigOption<String> QDRANT_API_KEY_FILE =
      text(
          "digest.qdrant.api.key.file", "File with its API key, instead of DIGEST_QDRANT_API_KEY.");

  /** Numbers of a vector. */
  public static final ConfigOption<Integer> EMBEDDING_SIZE =
      ConfigOptions.key("digest.embedding.size")
          .intType()
          .defaultValue(384)
          .withDescription("Numbers of a vector: those of the embedding model, if there is one.");

  /** From which similarity an earlier topic is shown. */
  public static final ConfigOption<Double> RELATED_SIMILARITY =
      ConfigOptions.key("digest.related.similarity")
          .doubleType()
          .defaultValue(0.45)
          .withDescription("Cosine from which an earlier topic is shown as discussed before.");

  /** How long a digest waits for earlier topics. */
  public static final ConfigOption<Duration> RELATED_TIMEOUT =
      ConfigOptions.key("digest.related.timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(2))
          .withDescription(
              "Wall time a digest waits for earlier topics before it goes on without.");

  /** Neo4j. */
  public static final ConfigOption<String> NEO4J_URI =
      text("digest.neo4j.uri", "Bolt URI of Neo4j; empty: no graph is kept.");

  /** Login user. */
  public static final ConfigOption<String> NEO4J_USER =
      ConfigOptions.key("digest.neo4j.user")
          .stringType()
          .defaultValue("neo4j")
          .withDescription("Login user in Neo4j.");

  /** File of its password. */
  public static final ConfigOption<String> NEO4J_PASSWORD_FILE =
      text(
          "digest.neo4j.password.file",
          "File with its password, instead of DIGEST_NEO4J_PASSWORD.");

  /** Whether earlier messages come from the context storage service. */
  public static final ConfigOption<Boolean> CONTEXT_STORAGE_ENABLED =
      flag("digest.context.storage.enabled", "Earlier messages come from a service of their own.");

  /** Context storage service. */
  public static final ConfigOption<String> CONTEXT_STORAGE_URL =
      text("digest.context.storage.url", "Base URL of that service.");

  /** File of its key. */
  public static final ConfigOption<String> CONTEXT_STORAGE_API_KEY_FILE =
      text(
          "digest.context.storage.api.key.file",
          "File with its key, instead of DIGEST_CONTEXT_STORAGE_API_KEY.");

  /** How long a window waits for it. */
  public static final ConfigOption<Duration> CONTEXT_STORAGE_TIMEOUT =
      ConfigOptions.key("digest.context.storage.timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(3))
          .withDescription(
              "Wall time a window waits for it before it uses what the job remembers.");

  /** How long digests are kept. */
  public static final ConfigOption<Integer> RETENTION_DIGEST_DAYS =
      ConfigOptions.key("digest.retention.digest.days")
          .intType()
          .defaultValue(0)
          .withDescription("Days a digest is kept in every store; 0: for ever.");

  /** How long artifacts are kept. */
  public static final ConfigOption<Integer> RETENTION_ARTIFACT_DAYS =
      ConfigOptions.key("digest.retention.artifact.days")
          .intType()
          .defaultValue(90)
          .withDescription("Days a stage's artifact is kept in Postgres before it goes to S3.");

  /** How long paid answers are kept. */
  public static final ConfigOption<Integer> RETENTION_PAID_CALL_DAYS =
      ConfigOptions.key("digest.retention.paid.call.days")
          .intType()
          .defaultValue(2)
          .withDescription("Days an answer that was paid for is kept in Postgres.");

  private StoreOptions() {}

  private static ConfigOption<String> text(String key, String description) {
    return ConfigOptions.key(key).stringType().defaultValue("").withDescription(description);
  }

  private static ConfigOption<Boolean> flag(String key, String description) {
    return ConfigOptions.key(key).booleanType().defaultValue(false).withDescription(description);
  }
}
