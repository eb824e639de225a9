package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.groupdigest.job.app.PiiKey;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.file.MessageReader;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.pipeline.Maskers;

/** Messages of a file as the job would take them, for the commands that try one step. */
final class ImportedMessages implements MessageFileReader {

  private static final int SHOWN = 5;

  private final PrintStream err;
  private boolean cutOff;
  private int broken;

  ImportedMessages(PrintStream err) {
    this.err = err;
  }

  @Override
  public Map<GroupKey, List<Message>> read(Path file) throws IOException {
    return read(file, ImportOptions.defaults());
  }

  @Override
  public Map<GroupKey, List<Message>> read(Path file, ImportOptions options) throws IOException {
    AtomicInteger number = new AtomicInteger();
    List<String> regions = CommandSettings.of(CommandSettings.variables(null)).phoneRegions();
    MessageParser parser = new MessageParser(Maskers.ofTenants(key(), tenant -> regions));
    MessageReader reader =
        new MessageReader(parser, options, letter -> report(letter, number.incrementAndGet()));
    try {
      Map<GroupKey, List<Message>> messages = reader.read(file);
      tell(file, reader, number.get());
      return messages;
    } catch (InputFileException e) {
      throw CommandFailure.failed(e.getMessage(), e.advice(), e);
    }
  }

  @Override
  public boolean sawCutOff() {
    return cutOff;
  }

  @Override
  public int broken() {
    return broken;
  }

  private void tell(Path file, MessageReader reader, int number) {
    broken += number;
    if (number > SHOWN) {
      err.println(file + ": " + number + " broken entries in all, left out");
    }
    reader.remarks().forEach(remark -> err.println(file + ": " + remark));
    reader.cutOff().ifPresent(place -> err.println(file + " is incomplete: it ends at " + place));
    cutOff |= reader.cutOff().isPresent();
  }

  private void report(DeadLetter letter, int number) {
    if (number <= SHOWN) {
      err.println(
          letter.source().origin()
              + ":"
              + letter.source().offset()
              + ": "
              + letter.error()
              + ": left out; "
              + letter.nextAction());
    }
  }

  /** Pseudonyms do not leave these commands, so the development key needs no warning. */
  private static String key() {
    return PiiKey.from(System.getenv(), warning -> {});
  }
}
