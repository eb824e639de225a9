package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a data folder for one stack; the operating system lets go of it when the process ends in
 * any way.
 */
final class FolderLock implements AutoCloseable {

  private static final String FILE = "stack.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws LocalStackException {@link Problem#FOLDER_IN_USE} or {@link
   *     Problem#FOLDER_NOT_WRITABLE}
   */
  static FolderLock take(Path folder) {
    FileChannel channel = open(folder);
    if (!isTaken(channel, folder)) {
      close(channel);
      throw new LocalStackException(
          Problem.FOLDER_IN_USE,
          "another local stack runs in " + folder,
          "stop it (its process id is in stack.json), or choose another folder");
    }
    return new FolderLock(channel);
  }

  private static FileChannel open(Path folder) {
    try {
      return FileChannel.open(
          folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw Folders.notWritable(folder, e);
    }
  }

  private static boolean isTaken(FileChannel channel, Path folder) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    } catch (IOException e) {
      close(channel);
      throw Folders.notWritable(folder, e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException ignored) {
      // The process is done with the file, and its end frees the lock at the latest.
    }
  }
}
