package org.groupdigest.job.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.groupdigest.job.ingest.file.record.ImportOptions;

/** Invented exports of messengers, and folders and zips of them, for the tests. */
public final class Exports {

  private Exports() {}

  /** JSON with apostrophes for quotes. */
  public static String json(String text) {
    return text.replace('\'', '"');
  }

  /** The messages of a file with such JSON. */
  public static Imports read(Path folder, String text) throws IOException {
    return Imports.of(folder, "export.json", json(text));
  }

  /** A zip of files by path. */
  public static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The messages of a zip. */
  public static Imports readZip(Path folder, String name, Map<String, String> files)
      throws IOException {
    return Imports.of(Files.write(folder.resolve(name), zip(files)), ImportOptions.defaults());
  }

  /** The payload of a record. */
  public static String payload(Imports imports, int index) {
    return new String(imports.records().get(index).value(), StandardCharsets.UTF_8);
  }
}
