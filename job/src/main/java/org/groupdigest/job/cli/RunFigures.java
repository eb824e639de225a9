package org.groupdigest.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.groupdigest.job.model.Json;

/**
 * Figures of a measured run.
 *
 * @param bytes size of the export
 * @param messages messages in it
 * @param groups groups in it
 * @param seed seed that it is made of
 * @param windows windows that the run made
 * @param readPerSecond messages a second of reading alone, without the job
 * @param runPerSecond messages a second of the whole run
 * @param seconds time of the whole run
 * @param peakHeapBytes most memory of the heap in use during the run
 * @param heapLimitBytes limit of the heap
 * @param accountedFor whether the ledger says of every message what became of it
 */
record RunFigures(
    long bytes,
    long messages,
    int groups,
    long seed,
    long windows,
    long readPerSecond,
    long runPerSecond,
    double seconds,
    long peakHeapBytes,
    long heapLimitBytes,
    boolean accountedFor) {

  private static final double MEBI = 1 << 20;

  /** Whether so many messages went in and each is in exactly one of the ledger's counts. */
  static boolean accountsFor(JsonNode total, long messages) {
    long filtered = 0;
    for (JsonNode reason : total.path("filtered")) {
      filtered += reason.asLong();
    }
    long explained = filtered;
    for (String count : new String[] {"windowed", "duplicate", "late", "invalid", "deleted"}) {
      explained += total.path(count).asLong();
    }
    return total.path("received").asLong() == messages && explained == messages;
  }

  void print(PrintWriter out, boolean asJson) {
    out.println(asJson ? Json.write(this) : table());
    out.flush();
  }

  private String table() {
    return String.format(
        Locale.ROOT,
        "made-up export      %,.1f MiB, %,d messages of %,d groups, seed %d%n"
            + "windows             %,d%n"
            + "reading alone       %,d messages/s%n"
            + "whole run           %,d messages/s, %.1f s%n"
            + "peak of the heap    %,.0f MiB of %,.0f MiB%n"
            + "%s",
        bytes / MEBI,
        messages,
        groups,
        seed,
        windows,
        readPerSecond,
        runPerSecond,
        seconds,
        peakHeapBytes / MEBI,
        heapLimitBytes / MEBI,
        accountedFor
            ? "the ledger accounts for every message"
            : "THE LEDGER DOES NOT ACCOUNT FOR EVERY MESSAGE");
  }
}
