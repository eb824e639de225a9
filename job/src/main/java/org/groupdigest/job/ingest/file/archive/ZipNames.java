package org.groupdigest.job.ingest.file.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of files in a zip. Older programs write them in the code page of their system and do not
 * say which: UTF-8 is told by its form, Cyrillic of DOS by bytes that no other name would have.
 */
final class ZipNames {

  private static final String DOS_CYRILLIC = "IBM866";

  private ZipNames() {}

  /** The name, of which each character is a byte unless the zip says that it is UTF-8. */
  static String of(String raw) {
    String slashes = raw.replace('\\', '/');
    boolean bytes = raw.chars().allMatch(c -> c < 0x100);
    return !bytes || raw.chars().allMatch(c -> c < 0x80) ? slashes : decoded(slashes);
  }

  private static String decoded(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      boolean controls = raw.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
      return controls && Charset.isSupported(DOS_CYRILLIC)
          ? new String(bytes, Charset.forName(DOS_CYRILLIC))
          : raw;
    }
  }

  /** Whether a path is absolute or climbs above the zip's top. */
  static boolean leadsOut(String name) {
    boolean absolute = name.startsWith("/") || (name.length() > 1 && name.charAt(1) == ':');
    return absolute || Arrays.asList(name.split("/")).contains("..");
  }
}
