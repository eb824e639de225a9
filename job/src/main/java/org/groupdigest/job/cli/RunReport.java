package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groupdigest.job.files.DigestFile;
import org.groupdigest.job.files.FileReport;
import org.groupdigest.job.files.RunFolder;
import org.groupdigest.job.model.LedgerEntry;

/** Report of a bounded run on the terminal: counts, remarks about files, where the digests are. */
final class RunReport {

  private static final double NANOS = 1e9;

  private final PrintWriter err;
  private final Path out;

  /**
   * @param out output folder
   */
  RunReport(PrintWriter err, Path out) {
    this.err = err;
    this.out = out;
  }

  /** Prints counts, remarks about files and where the digests are. */
  void print(RunFolder.Result result, long nanos) {
    LedgerEntry ledger = result.ledger();
    for (FileReport file : result.files()) {
      file.remarks().forEach(remark -> err.printf("%s: %s%n", file.file(), remark));
    }
    err.printf(
        "%,d records: %,d windowed%s, %,d duplicate, %,d filtered, %,d late, %,d invalid, %,d"
            + " deleted%n",
        ledger.received(),
        ledger.windowed(),
        repaired(ledger),
        ledger.duplicate(),
        ledger.filteredTotal(),
        ledger.late(),
        ledger.invalid(),
        ledger.deleted());
    windows(result);
    if (ledger.invalid() > 0) {
      err.printf(
          "%,d broken records are in %s: fix and run again%n",
          ledger.invalid(), out.resolve("dead-letters.jsonl"));
    }
    err.printf(
        "%.1f s, %,.0f messages a second%n", nanos / NANOS, ledger.received() * NANOS / nanos);
    err.printf("Digests: %s%n", out.resolve("html").resolve("index.html"));
    err.flush();
  }

  /** Prints, as the last lines, which files are cut off and where; whether any is. */
  boolean printCutOff(RunFolder.Result result) {
    boolean cut = false;
    for (FileReport file : result.files()) {
      if (file.cutOff() != null) {
        cut = true;
        err.printf("%s is incomplete: it ends at %s%n", file.file(), file.cutOff());
      }
    }
    err.flush();
    return cut;
  }

  private static String repaired(LedgerEntry ledger) {
    long repaired = ledger.repairedTotal();
    return repaired == 0 ? "" : " (%,d repaired)".formatted(repaired);
  }

  private void windows(RunFolder.Result result) {
    Map<String, Long> byStatus =
        result.digests().stream()
            .collect(
                Collectors.groupingBy(DigestFile::status, TreeMap::new, Collectors.counting()));
    String words =
        byStatus.isEmpty()
            ? "none"
            : byStatus.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    int windows = result.digests().size();
    err.printf("%,d %s: %s%n", windows, windows == 1 ? "window" : "windows", words);
  }
}
