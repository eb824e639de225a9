package org.groupdigest.job.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.window.LedgerRows;

/**
 * The output folder of a bounded run: puts the parts that the parallel sinks wrote into files whose
 * order and bytes depend on the input alone.
 */
public final class RunFolder {

  private final Path folder;
  private final Map<String, String> linkPatterns;

  /**
   * @param folder existing folder
   * @param linkPatterns URL template by source, for the pages
   */
  public RunFolder(Path folder, Map<String, String> linkPatterns) {
    this.folder = folder;
    this.linkPatterns = linkPatterns;
  }

  /**
   * What a run came to.
   *
   * @param digests the digests in order
   * @param ledger counts over all groups
   * @param deadLetters how many records or windows could not be processed
   * @param files what reading each file came to, in order of their names
   */
  public record Result(
      List<DigestFile> digests, LedgerEntry ledger, long deadLetters, List<FileReport> files) {}

  /** Folder for the parts; created empty. */
  public Path parts() throws IOException {
    Path parts = folder.resolve(".parts");
    deleteParts();
    return Files.createDirectories(parts);
  }

  /** Writes the output files and removes the parts. */
  public Result finish() throws IOException {
    List<DigestFile> digests = new ArrayList<>();
    forEachLine("digests", line -> digests.add(Json.read(line, DigestFile.class)));
    digests.sort(DigestFile.ORDER);
    write("digests.jsonl", digests.stream().map(DigestFile::line));
    List<String> letters = lines("dead-letters");
    write("dead-letters.jsonl", letters.stream());
    LedgerEntry ledger = writeLedger();
    new DigestPages(folder.resolve("html"), linkPatterns)
        .write(digests.stream().map(DigestFile::digest).toList());
    List<FileReport> files =
        lines("files").stream().map(line -> Json.read(line, FileReport.class)).toList();
    deleteParts();
    return new Result(digests, ledger, letters.size(), files);
  }

  private LedgerEntry writeLedger() throws IOException {
    Map<String, LedgerEntry> rows = new TreeMap<>();
    forEachLine(
        "ledger",
        line -> {
          LedgerEntry row = Json.read(line, LedgerEntry.class);
          String key = Json.write(List.of(row.tenantId(), row.groupId(), row.epochDay()));
          rows.merge(key, row, (a, b) -> a.version() >= b.version() ? a : b);
        });
    Map<String, LedgerEntry> groups = new TreeMap<>();
    LedgerEntry total = LedgerRows.none("", "");
    for (LedgerEntry row : rows.values()) {
      total = LedgerRows.sum(total, row);
      String group = Json.write(List.of(row.tenantId(), row.groupId()));
      groups.merge(
          group,
          LedgerRows.sum(LedgerRows.none(row.tenantId(), row.groupId()), row),
          LedgerRows::sum);
    }
    ObjectNode ledger = Json.mapper().createObjectNode();
    ledger.set("total", counts(total));
    ledger.set("groups", Json.tree(groups.values().stream().map(RunFolder::ofGroup).toList()));
    Files.writeString(
        folder.resolve("ledger.json"),
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(ledger) + "\n");
    return total;
  }

  private static JsonNode ofGroup(LedgerEntry row) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("tenant_id", row.tenantId());
    node.put("group_id", row.groupId());
    node.setAll(counts(row));
    return node;
  }

  private static ObjectNode counts(LedgerEntry row) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("received", row.received());
    node.put("windowed", row.windowed());
    node.put("repaired", row.repairedTotal());
    node.put("duplicate", row.duplicate());
    node.set("filtered", Json.tree(row.filtered()));
    node.put("late", row.late());
    node.put("invalid", row.invalid());
    node.put("deleted", row.deleted());
    return node;
  }

  /** Sorted lines of all parts of a name; for what there is little of. */
  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    forEachLine(name, lines::add);
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  /** Hands over the lines of all parts of a name, one at a time: a run makes many. */
  private void forEachLine(String name, Consumer<String> taker) throws IOException {
    try (Stream<Path> parts = Files.list(folder.resolve(".parts"))) {
      for (Path part : parts.sorted().toList()) {
        if (part.getFileName().toString().startsWith(name + "-")) {
          try (Stream<String> lines = Files.lines(part)) {
            lines.forEachOrdered(taker);
          }
        }
      }
    }
  }

  private void write(String name, Stream<String> lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      for (String line : (Iterable<String>) lines::iterator) {
        out.append(line).append('\n');
      }
    }
  }

  private void deleteParts() throws IOException {
    Path parts = folder.resolve(".parts");
    if (!Files.exists(parts)) {
      return;
    }
    try (Stream<Path> all = Files.walk(parts)) {
      all.sorted(Comparator.reverseOrder()).forEach(RunFolder::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
