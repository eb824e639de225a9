package org.groupdigest.job.cli.madeup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Export of a whole account, as Telegram Desktop prints it, of made-up groups. It is written as it
 * is made, so that its size costs no memory.
 *
 * @param messages messages of all groups
 * @param groups how many groups share them evenly
 * @param seed the same one gives the same bytes
 */
public record MadeUpExport(long messages, int groups, long seed) {

  /** Writes the export into a file. */
  public void writeTo(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(out);
    }
  }

  private void write(Writer out) throws IOException {
    out.append("{\n \"about\": \"A made-up account.\",\n \"chats\": {\n  \"list\": [\n");
    for (int group = 0; group < groups; group++) {
      out.append(group == 0 ? "" : ",\n");
      long size = messages / groups + (group < messages % groups ? 1 : 0);
      new MadeUpChat(group, seed).write(out, size);
    }
    out.append("\n  ]\n }\n}\n");
  }
}
