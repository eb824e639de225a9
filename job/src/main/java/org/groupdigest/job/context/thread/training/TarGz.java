package org.groupdigest.job.context.thread.training;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads a small gzip-compressed tar archive (POSIX ustar, no long names) into memory. */
final class TarGz {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;

  private TarGz() {}

  /** The texts of all files by their name without folder. */
  static SortedMap<String, String> texts(Path archive) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        DataInputStream in = new DataInputStream(new GZIPInputStream(file))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        int size = Integer.parseInt(field(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        String name = field(header, 0, NAME_LENGTH);
        texts.put(
            name.substring(name.lastIndexOf('/') + 1), new String(content, StandardCharsets.UTF_8));
        header = in.readNBytes(BLOCK);
      }
    }
    return texts;
  }

  private static String field(byte[] header, int from, int length) {
    int to = from;
    while (to < from + length && header[to] != 0) {
      to++;
    }
    return new String(header, from, to - from, StandardCharsets.US_ASCII);
  }
}
