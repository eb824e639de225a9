package org.groupdigest.connectors.s3;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach a bucket.
 *
 * @param bucket name
 * @param region region of the bucket; for other servers than AWS any that they accept
 * @param credentials as whom
 * @param endpoint address of another server than AWS, null for AWS
 * @param pathStyle whether the bucket stands in the path instead of the host name, as most other
 *     servers want it
 * @param timeout longest wait for one answer, connecting included
 * @param connections most connections at a time, for all users in this process
 */
public record S3Config(
    String bucket,
    String region,
    S3Credentials credentials,
    URI endpoint,
    boolean pathStyle,
    Duration timeout,
    int connections)
    implements Serializable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 32;

  /** Checks what is needed. */
  public S3Config {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** A bucket in AWS, half a minute an answer, 32 connections. */
  public static S3Config aws(String bucket, String region, S3Credentials credentials) {
    return new S3Config(bucket, region, credentials, null, false, TIMEOUT, CONNECTIONS);
  }

  /** The same bucket on another server, with path-style requests. */
  public S3Config at(URI newEndpoint) {
    return new S3Config(bucket, region, credentials, newEndpoint, true, timeout, connections);
  }

  /** The same with another way to name the bucket. */
  public S3Config withPathStyle(boolean newPathStyle) {
    return new S3Config(bucket, region, credentials, endpoint, newPathStyle, timeout, connections);
  }

  /** The same with another longest wait. */
  public S3Config withTimeout(Duration newTimeout) {
    return new S3Config(bucket, region, credentials, endpoint, pathStyle, newTimeout, connections);
  }
}
