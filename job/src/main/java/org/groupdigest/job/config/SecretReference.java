package org.groupdigest.job.config;

import java.io.Serializable;

/**
 * Where a secret is; never the secret itself, so that settings may be printed and sent to other
 * machines.
 *
 * @param kind what the name is a name of
 * @param name variable or file; empty without a secret
 */
public record SecretReference(Kind kind, String name) implements Serializable {

  /** What the name is a name of. */
  public enum Kind {
    /** There is no secret. */
    NONE,
    /** A variable of the process' environment. */
    ENVIRONMENT,
    /** A file whose content is the secret. */
    FILE
  }

  /** No secret. */
  public static SecretReference none() {
    return new SecretReference(Kind.NONE, "");
  }

  /** The value of a variable. */
  public static SecretReference environment(String variable) {
    return new SecretReference(Kind.ENVIRONMENT, variable);
  }

  /** The content of a file. */
  public static SecretReference file(String path) {
    return new SecretReference(Kind.FILE, path);
  }

  /** Whether there is a secret. */
  public boolean isSet() {
    return kind != Kind.NONE;
  }
}
