package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.groupdigest.job.app.DerivedStores.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Optional stores are in nobody's way: away for the whole run or dying in the middle, they delay
 * and lose no digest, and hold everything once they are back; what comes again changes nothing.
 */
@ExtendWith(JobTestResources.class)
class DerivedStoresITCase {

  private static final String BACKEND = "1000000421";

  /** Leaves the last windows open until the stores are away. */
  private static final Map<String, String> LONG_SILENCE =
      Map.of("DIGEST_CLOCK_SILENCE", "25 s", "DIGEST_CLOCK_STARTUP_SILENCE", "25 s");

  private static final Duration STEADY = Duration.ofSeconds(4);

  /** How much longer digests may take that nobody can be asked about earlier topics for. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  @Test
  void awayForTheWholeRunTheyDelayNothingAndThenHoldEverything(TestServers servers)
      throws Exception {
    try (StoresScenario scenario = StoresScenario.start(servers, "storeless", Set.of())) {
      scenario.sendSample();
      Duration without = scenario.awaitDigests(scenario.windows());
      System.out.println("all digests without any optional store: " + without);
      assertThat(without).isLessThan(Duration.ofSeconds(30).plus(GRACE));
      scenario.assertAllRun();

      scenario.stores().startAll();

      scenario.awaitFilled();
      scenario.assertAllRun();
    }
  }

  @Test
  void dyingInTheMiddleTheyLoseNothing(TestServers servers) throws Exception {
    try (StoresScenario scenario =
        StoresScenario.start(servers, "interrupted", EnumSet.allOf(Store.class), LONG_SILENCE)) {
      scenario.sendSampleAndNeighbours();
      StoresScenario.await(() -> assertThat(scenario.announcements()).isPositive());
      for (Store store : Store.values()) {
        scenario.stores().stop(store);
      }
      assertThat(scenario.announcements()).as("the middle").isLessThan(scenario.windows());
      scenario.awaitDigests(scenario.windows());
      scenario.assertAllRun();

      scenario.stores().startAll();

      scenario.awaitFilled();
      scenario.assertAllRun();
    }
  }

  @Test
  void whatComesAgainOrTooLateChangesNothingInAnyStore(TestServers servers) throws Exception {
    try (StoresScenario scenario =
        StoresScenario.start(servers, "repetitive", EnumSet.allOf(Store.class))) {
      scenario.sendSample();
      scenario.awaitDigests(scenario.windows());
      scenario.awaitFilled();
      Map<String, String> before = steady(scenario);
      long announced = scenario.announcements();

      scenario.sendSample();
      scenario.replayWindows();
      scenario.replayWindows();

      StoresScenario.await(
          () ->
              assertThat(scenario.announcements()).isEqualTo(announced + 2L * scenario.windows()));
      assertSame(before, steady(scenario));

      List<String> message =
          scenario
              .rows(
                  "SELECT message_id, to_char(posted_at AT TIME ZONE 'UTC',"
                      + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM group_digest_messages"
                      + " WHERE tenant_id = $tenant AND group_id = '"
                      + BACKEND
                      + "' ORDER BY posted_at LIMIT 1")
              .get(0);
      scenario.delete(BACKEND, message.get(0), Instant.parse(message.get(1)));
      StoresScenario.await(
          () ->
              assertThat(
                      scenario.rows(
                          "SELECT 1 FROM group_digests WHERE tenant_id = $tenant AND attempt = 2"))
                  .isNotEmpty());
      Map<String, String> erased = steady(scenario);
      long again = scenario.announcements();
      scenario.replayWindows();
      StoresScenario.await(
          () -> assertThat(scenario.announcements()).isEqualTo(again + scenario.windows()));
      assertSame(erased, steady(scenario));
      scenario.assertAllRun();
    }
  }

  /** Tells which lines of which store are other ones. */
  private static void assertSame(Map<String, String> expected, Map<String, String> actual) {
    expected.forEach(
        (store, dump) -> {
          List<String> lines = dump.lines().toList();
          List<String> now = actual.get(store).lines().toList();
          assertThat(now).as(store).isNotEmpty();
          assertThat(minus(lines, now)).as("gone from " + store).isEmpty();
          assertThat(minus(now, lines)).as("new in " + store).isEmpty();
          assertThat(now).as(store).hasSameSizeAs(lines);
        });
  }

  private static List<String> minus(List<String> lines, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }

  /** What the stores hold, when it has been the same for a while. */
  private static Map<String, String> steady(StoresScenario scenario) {
    Map<String, String> last = new LinkedHashMap<>();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .during(STEADY)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () -> {
              Map<String, String> now = scenario.dumps();
              now.replaceAll((place, dump) -> withoutTimesAndCounts(dump));
              boolean same = now.equals(last);
              last.clear();
              last.putAll(now);
              return same;
            });
    return last;
  }

  /**
   * When a value was put into a cache is not what it says; and what came again is counted as come.
   */
  private static String withoutTimesAndCounts(String dump) {
    return dump.replaceAll("\"stored_at\":\"[^\"]*\"", "\"stored_at\":\"\"")
        .replaceAll("(?m)^ingest_ledger.*\\n", "");
  }
}
