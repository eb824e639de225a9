package org.groupdigest.job.window;

/**
 * A window that has a message and has not closed. State type: fields are only ever added, new ones
 * nullable.
 *
 * @param hours size
 * @param startMillis first instant inside, epoch milliseconds
 * @param endMillis first instant after it, epoch milliseconds
 * @param timeZone zone it was cut in
 */
public record OpenWindow(int hours, long startMillis, long endMillis, String timeZone) {

  /** Key in the state: size and bounds. */
  String stateKey() {
    return hours + "/" + startMillis + "/" + endMillis;
  }
}
