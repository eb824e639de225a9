package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;

/**
 * Prints what parsing one ordinary record costs without masking, and what validating costs by hand
 * and by the JSON Schema library, in processor time of one core. Run {@code main}; takes about ten
 * seconds.
 */
final class ParserBenchmark {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 50_000;
  private static final int ROUNDS = 150_000;

  private ParserBenchmark() {}

  public static void main(String[] args) throws IOException {
    byte[] value = EventJson.bytes(ordinary().toString());
    JsonNode tree = Json.mapper().readTree(value);
    JsonSchema schema = EventSchema.load();
    MessageParser parser = new MessageParser((tenant, text) -> text);
    SourcePosition position = new SourcePosition("bench", 0, 0);
    Instant now = Instant.parse("2025-11-10T10:00:00Z");
    System.out.println("record of " + value.length + " bytes");
    double parse = microseconds(() -> parser.parse(value, position, now));
    double hand = microseconds(() -> EventValidator.violation(tree) == null);
    double library = microseconds(() -> schema.validate(tree).isEmpty());
    report("parse, validate, build", parse);
    report("validate by hand", hand);
    report("validate by library", library);
    System.out.printf(Locale.ROOT, "library / by hand: %.0f%n", library / hand);
    System.out.printf(Locale.ROOT, "library / whole parse: %.1f%n", library / parse);
  }

  private static ObjectNode ordinary() {
    ObjectNode record = EventJson.full();
    ObjectNode payload = (ObjectNode) record.get("payload");
    payload.putArray("media");
    payload.put(
        "text",
        "Прогнал нагрузочный тест ещё раз: на двухстах запросах в секунду очередь не успевает, "
            + "таймаут две секунды. Предлагаю заморозить релиз до исправления.");
    return record;
  }

  private static double microseconds(Supplier<Object> work) {
    int sink = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sink += work.get().hashCode() & 1;
    }
    long start = CLOCK.getCurrentThreadCpuTime();
    for (int i = 0; i < ROUNDS; i++) {
      sink += work.get().hashCode() & 1;
    }
    long taken = CLOCK.getCurrentThreadCpuTime() - start;
    return sink < 0 ? 0 : taken / 1000.0 / ROUNDS;
  }

  private static void report(String what, double microseconds) {
    System.out.printf(
        Locale.ROOT, "%-24s %7.2f us  %,9.0f/s%n", what, microseconds, 1e6 / microseconds);
  }
}
