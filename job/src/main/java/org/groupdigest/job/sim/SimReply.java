package org.groupdigest.job.sim;

import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param status HTTP status
 * @param headers besides those that every answer has
 * @param body JSON, or lines of it
 * @param manner how it goes
 */
record SimReply(int status, Map<String, String> headers, String body, Manner manner) {

  /** How an answer goes over the wire. */
  enum Manner {
    /** As it should. */
    WHOLE,
    /** It ends before its announced length. */
    CUT,
    /** The connection is dropped instead. */
    DROPPED,
    /** Never. */
    HELD
  }

  static SimReply of(int status, Object json) {
    return new SimReply(status, Map.of(), json.toString(), Manner.WHOLE);
  }

  SimReply with(Map<String, String> others) {
    return new SimReply(status, others, body, manner);
  }

  SimReply in(Manner other) {
    return new SimReply(status, headers, body, other);
  }

  /** No answer at all. */
  static SimReply none(Manner manner) {
    return new SimReply(0, Map.of(), "", manner);
  }
}
