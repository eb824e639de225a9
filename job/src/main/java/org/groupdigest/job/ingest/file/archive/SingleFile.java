package org.groupdigest.job.ingest.file.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file alone on disk. */
final class SingleFile implements SourceFiles, SourceFile {

  private final Path file;

  SingleFile(Path file) {
    this.file = file;
  }

  @Override
  public List<SourceFile> files() {
    return List.of(this);
  }

  @Override
  public String path() {
    return file.getFileName().toString();
  }

  @Override
  public String baseName() {
    return SourceFile.super.baseName();
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  @Override
  public Optional<Path> onDisk() {
    return Optional.of(file);
  }

  @Override
  public boolean isSingle() {
    return true;
  }

  @Override
  public void close() {}
}
