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

  ImportedMessages(PrintStream err) {
    this.err = err;
  }

  @Override
  public Map<GroupKey, List<Message>> read(Path file) throws IOException {
    AtomicInteger broken = new AtomicInteger();
    MessageParser parser = new MessageParser(Maskers.withKey(key()));
    MessageReader reader =
        new MessageReader(
            parser, ImportOptions.defaults(), letter -> report(letter, broken.incrementAndGet()));
    try {
      Map<GroupKey, List<Message>> messages = reader.read(file);
      if (broken.get() > SHOWN) {
        err.println(file + ": " + broken.get() + " broken entries in all, left out");
      }
      return messages;
    } catch (InputFileException e) {
      throw CommandFailure.failed(e.getMessage(), e.advice(), e);
    }
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
