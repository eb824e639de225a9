package org.groupdigest.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * Settings of the stores that a deployment may have.
 *
 * @param objects archives in S3
 * @param vectors topics in Qdrant
 * @param graph people and topics in Neo4j
 * @param contextStorage the service that remembers earlier messages
 * @param retention how long what is kept
 */
public record StoreSettings(
    Objects objects,
    Vectors vectors,
    Graph graph,
    ContextStorage contextStorage,
    Retention retention)
    implements Serializable {

  /**
   * Archives in S3.
   *
   * @param bucket bucket, empty: off
   * @param endpoint URL of a server that speaks S3, empty: AWS
   * @param region region
   * @param pathStyle whether the bucket stands in the path
   * @param accessKeyFile file with the access key id, empty: as the AWS SDK finds credentials
   * @param secretKeyFile file with the secret key
   */
  public record Objects(
      String bucket,
      String endpoint,
      String region,
      boolean pathStyle,
      String accessKeyFile,
      String secretKeyFile)
      implements Serializable {

    /** Whether there is such a store. */
    public boolean isConfigured() {
      return !bucket.isEmpty();
    }
  }

  /**
   * Topics in Qdrant.
   *
   * @param host host, empty: off
   * @param port gRPC port
   * @param tls whether over TLS
   * @param apiKey where its key is
   * @param embeddingSize numbers of a vector
   * @param relatedSimilarity cosine from which an earlier topic is shown, 0..1
   * @param relatedTimeout how long a digest waits for earlier topics
   */
  public record Vectors(
      String host,
      int port,
      boolean tls,
      SecretReference apiKey,
      int embeddingSize,
      double relatedSimilarity,
      Duration relatedTimeout)
      implements Serializable {

    /** Whether there is such a store. */
    public boolean isConfigured() {
      return !host.isEmpty();
    }
  }

  /**
   * People and topics in Neo4j.
   *
   * @param uri Bolt URI, empty: off
   * @param user login user
   * @param password where the password is
   */
  public record Graph(String uri, String user, SecretReference password) implements Serializable {

    /** Whether there is such a store. */
    public boolean isConfigured() {
      return !uri.isEmpty();
    }
  }

  /**
   * The service that remembers earlier messages.
   *
   * @param enabled whether it is used
   * @param url base URL
   * @param apiKey where its key is
   * @param timeout how long a window waits for it
   */
  public record ContextStorage(
      boolean enabled, String url, SecretReference apiKey, Duration timeout)
      implements Serializable {}

  /**
   * How long what is kept.
   *
   * @param digestDays days of a digest, 0 for ever
   * @param artifactDays days of an artifact in Postgres
   * @param paidCallDays days of a paid answer in Postgres
   */
  public record Retention(int digestDays, int artifactDays, int paidCallDays)
      implements Serializable {}
}
