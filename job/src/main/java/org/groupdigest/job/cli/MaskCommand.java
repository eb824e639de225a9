package org.groupdigest.job.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.groupdigest.job.model.Json;
import org.groupdigest.udfs.pii.MaskedText;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;
import org.groupdigest.udfs.pii.PiiSpan;
import org.groupdigest.udfs.pii.phone.RegionCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code digest mask}: masks a text line by line. Exits 0 when the whole input was masked, 1 when
 * it could not be read or written, 2 for wrong usage (a key that is too short is wrong usage).
 */
@Command(
    name = "mask",
    mixinStandardHelpOptions = true,
    description = "Masks phone numbers, e-mails, cards, documents, addresses and keys in text.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest mask chat.txt",
      "  echo 'mail ann@example.org' | digest mask --json --tenant acme",
      "  digest mask --regions DE,FR chat.txt",
      "",
      "Pseudonyms are made with the key in " + PiiKeys.VARIABLE + " (hex, or text of 16 bytes and",
      "more). Without it a public development key is used, and a warning says so."
    })
public final class MaskCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "UTF-8 text; standard input if absent or -.")
  private String file = "-";

  @Option(
      names = "--json",
      description = "One JSON object a line: masked text, spans in code points of the input.")
  private boolean json;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      defaultValue = "default",
      description = "Pseudonyms are linkable inside this tenant (default: ${DEFAULT-VALUE}).")
  private String tenant = "default";

  @Option(
      names = "--regions",
      paramLabel = "XX,YY",
      defaultValue = "",
      description =
          "Countries whose national phone numbers occur, as ISO codes. The first "
              + ChatRegions.LINES
              + " lines say the rest, read as one chat.")
  private String regions = "";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final String key;

  /** The command on the standard streams, with the key of the environment. */
  public MaskCommand() {
    this(System.in, System.out, System.err, System.getenv(PiiKeys.VARIABLE));
  }

  MaskCommand(InputStream in, PrintStream out, PrintStream err, String key) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.key = key;
  }

  @Override
  public Integer call() {
    PiiMasker masker;
    List<String> named;
    try {
      masker = masker();
      named = RegionCodes.parse(regions);
    } catch (IllegalArgumentException e) {
      return fail(USAGE, e.getMessage());
    }
    try (BufferedReader lines = open()) {
      maskAll(masker, new ChatRegions(lines, named));
      return 0;
    } catch (IOException e) {
      return fail(FAILED, reason(e));
    }
  }

  private PiiMasker masker() {
    if (key == null || key.isBlank()) {
      err.println(
          "mask: "
              + PiiKeys.VARIABLE
              + " is not set: pseudonyms are made with the public"
              + " development key; set it before you mask real chats");
      return PiiMasker.withKey(PiiKeys.parse(PiiKeys.DEVELOPMENT));
    }
    return PiiMasker.withKey(PiiKeys.parse(key));
  }

  private BufferedReader open() throws IOException {
    InputStream source = file.equals("-") ? in : Files.newInputStream(Path.of(file));
    return new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()));
  }

  private void maskAll(PiiMasker masker, ChatRegions lines) throws IOException {
    BufferedWriter writer = writer(out);
    for (String line = lines.next(); line != null; line = lines.next()) {
      MaskedText masked = masker.mask(tenant, line, lines::regions);
      writer.write(json ? Json.write(MaskedLine.of(masked)) : masked.text());
      writer.write('\n');
    }
    writer.flush();
    if (out.checkError()) {
      throw new IOException("the output was closed");
    }
  }

  private static BufferedWriter writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private String reason(IOException e) {
    String source = file.equals("-") ? "standard input" : file;
    if (e instanceof CharacterCodingException) {
      return source + " is not UTF-8 text: convert it first, for example with iconv";
    }
    return "cannot read "
        + source
        + " ("
        + e.getClass().getSimpleName()
        + "): check the path and its permissions";
  }

  private int fail(int code, String message) {
    err.println("mask: " + message);
    return code;
  }

  /** The JSON form of a line. */
  private record MaskedLine(String text, List<MaskedSpan> spans) {

    static MaskedLine of(MaskedText masked) {
      return new MaskedLine(masked.text(), masked.spans().stream().map(MaskedSpan::of).toList());
    }
  }

  /** The JSON form of a find. */
  private record MaskedSpan(String kind, int start, int end) {

    static MaskedSpan of(PiiSpan span) {
      return new MaskedSpan(span.kind().wireName(), span.start(), span.end());
    }
  }
}
