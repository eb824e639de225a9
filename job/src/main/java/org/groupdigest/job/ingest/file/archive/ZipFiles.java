package org.groupdigest.job.ingest.file.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;

/**
 * The files of a zip, read where they are: nothing is written to disk, so no name can lead out of a
 * folder and no link can be followed. What they may expand to is bounded before the first is read.
 */
final class ZipFiles implements SourceFiles {

  /** Files of a large workspace in a day each; more would only fill the memory with names. */
  static final int MAX_ENTRIES = 500_000;

  /** Texts shrink by less than this; a zip made to fill a disk by far more. */
  private static final long MAX_RATIO = 200;

  /** Small zips of very even content are harmless whatever their ratio. */
  private static final long ALWAYS_ALLOWED = 100L << 20;

  private final Path path;
  private final ZipFile zip;
  private final List<SourceFile> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int leftOut;
  private String damaged;

  private ZipFiles(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /** Whether a file starts like a zip. */
  static boolean isZip(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      byte[] start = in.readNBytes(4);
      boolean marked = start.length == 4 && start[0] == 'P' && start[1] == 'K';
      return marked && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }
  }

  /** Opens a zip, or what is there of one that is cut off. */
  static SourceFiles of(Path path) throws IOException {
    try {
      // One character a byte, whatever the names were written in; see ZipNames.
      return new ZipFiles(path, new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)).list();
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw new InputFileException(Problem.ZIP_ENCRYPTED, path);
      }
      return StreamedZipFiles.of(path);
    }
  }

  /** Most bytes that a zip may expand to. */
  static long limit(Path path) throws IOException {
    return ALWAYS_ALLOWED + MAX_RATIO * Files.size(path);
  }

  private ZipFiles list() throws IOException {
    try {
      if (zip.size() > MAX_ENTRIES) {
        throw new InputFileException(Problem.TOO_MANY_FILES, path);
      }
      long left = limit(path);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        left -= Math.max(0, entry.getSize());
        add(entry);
      }
      if (left < 0) {
        throw new InputFileException(Problem.ZIP_TOO_LARGE, path);
      }
      files.sort(Comparator.comparing(SourceFile::path));
      return this;
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private void add(ZipEntry entry) {
    String name = ZipNames.of(entry.getName());
    if (entry.isDirectory()) {
      return;
    }
    if (ZipNames.leadsOut(name) || !names.add(name)) {
      leftOut++;
    } else {
      files.add(new Zipped(this, entry, name));
    }
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public String baseName() {
    return new SingleFile(path).baseName();
  }

  @Override
  public List<String> remarks() {
    return leftOut == 0
        ? List.of()
        : List.of(leftOut + " files of the zip are left out: their paths lead out of it or repeat");
  }

  @Override
  public Optional<String> cutOff() {
    return Optional.ofNullable(damaged).map(name -> "in " + name + ", which the zip has damaged");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private record Zipped(ZipFiles all, ZipEntry entry, String path) implements SourceFile {
    @Override
    public InputStream open() throws IOException {
      InputStream in = all.zip.getInputStream(entry);
      return new DamagedInputStream(
          new BoundedInputStream(new BufferedInputStream(in), entry.getSize()),
          () -> all.damaged = path);
    }
  }
}
