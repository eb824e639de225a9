package org.groupdigest.job.ingest.file.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;

/**
 * The files of a zip whose directory, which stands at its end, is missing or damaged: from its
 * start on, as far as it goes.
 */
final class StreamedZipFiles implements SourceFiles {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final List<SourceFile> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private StreamedZipFiles(Path path) {
    this.path = path;
  }

  static StreamedZipFiles of(Path path) throws IOException {
    StreamedZipFiles zip = new StreamedZipFiles(path);
    zip.list();
    if (zip.files.isEmpty()) {
      throw new InputFileException(Problem.ZIP_DAMAGED, path);
    }
    zip.files.sort(Comparator.comparing(SourceFile::path));
    return zip;
  }

  private void list() throws IOException {
    long left = ZipFiles.limit(path);
    byte[] buffer = new byte[BUFFER_BYTES];
    int number = 0;
    try (ZipInputStream in = stream()) {
      for (ZipEntry entry = nextEntry(in); entry != null; entry = nextEntry(in)) {
        add(entry, number++);
        for (int read = read(in, buffer); read > 0 && left >= 0; read = read(in, buffer)) {
          left -= read;
        }
        if (left < 0) {
          throw new InputFileException(Problem.ZIP_TOO_LARGE, path);
        }
      }
    }
  }

  private void add(ZipEntry entry, int number) throws InputFileException {
    if (number > ZipFiles.MAX_ENTRIES) {
      throw new InputFileException(Problem.TOO_MANY_FILES, path);
    }
    String name = ZipNames.of(entry.getName());
    if (!entry.isDirectory() && !ZipNames.leadsOut(name) && names.add(name)) {
      files.add(new Streamed(this, number, name));
    }
  }

  private ZipInputStream stream() throws IOException {
    return new ZipInputStream(
        new BufferedInputStream(Files.newInputStream(path)), StandardCharsets.ISO_8859_1);
  }

  /** The next entry, null at the end or the first damage. */
  private static ZipEntry nextEntry(ZipInputStream in) {
    try {
      return in.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer, 0, buffer.length);
    } catch (IOException e) {
      return -1;
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
  public Optional<String> cutOff() {
    return Optional.of("in " + files.get(files.size() - 1).path() + ", the zip has no directory");
  }

  @Override
  public void close() {}

  private record Streamed(StreamedZipFiles zip, int number, String path) implements SourceFile {
    @Override
    public InputStream open() throws IOException {
      ZipInputStream in = zip.stream();
      ZipEntry entry = nextEntry(in);
      for (int i = 0; i < number && entry != null; i++) {
        entry = nextEntry(in);
      }
      return new DamagedInputStream(in, () -> {});
    }
  }
}
