package org.groupdigest.job.demo;

/** The demo did not come to its end; the message says how far it came. */
public final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
