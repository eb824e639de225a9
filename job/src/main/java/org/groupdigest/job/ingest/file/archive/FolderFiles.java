package org.groupdigest.job.ingest.file.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;

/** The regular files of a folder and the folders below it; links are not followed. */
final class FolderFiles implements SourceFiles {

  /** As deep as any export nests: account, messages, inbox, thread, files. */
  private static final int MAX_DEPTH = 8;

  private final Path folder;
  private final List<SourceFile> files;

  private FolderFiles(Path folder, List<SourceFile> files) {
    this.folder = folder;
    this.files = files;
  }

  static FolderFiles of(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, MAX_DEPTH)) {
      List<SourceFile> files =
          paths
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .limit(ZipFiles.MAX_ENTRIES + 1L)
              .map(path -> (SourceFile) new OnDisk(pathIn(folder, path), path))
              .sorted(Comparator.comparing(SourceFile::path))
              .toList();
      if (files.size() > ZipFiles.MAX_ENTRIES) {
        throw new InputFileException(Problem.TOO_MANY_FILES, folder);
      }
      return new FolderFiles(folder, files);
    } catch (UncheckedIOException e) {
      throw new InputFileException(Problem.UNREADABLE, folder);
    }
  }

  private static String pathIn(Path folder, Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public String baseName() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "folder" : name.toString();
  }

  @Override
  public void close() {}

  private record OnDisk(String path, Path file) implements SourceFile {
    @Override
    public Optional<Path> onDisk() {
      return Optional.of(file);
    }

    @Override
    public InputStream open() throws IOException {
      return new BufferedInputStream(Files.newInputStream(file));
    }
  }
}
