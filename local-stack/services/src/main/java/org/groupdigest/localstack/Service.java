package org.groupdigest.localstack;

/** The servers that the local stack can run. */
public enum Service {
  KAFKA("Kafka"),
  POSTGRES("Postgres"),
  REDIS("Redis"),
  NEO4J("Neo4j"),
  S3("S3");

  private final String label;

  Service(String label) {
    this.label = label;
  }

  /** The name that people read: in progress lines and in errors. */
  public String label() {
    return label;
  }
}
