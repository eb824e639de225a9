package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.groupdigest.job.app.DerivedStores.Store;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Windows have closed and every store holds their digests; then people take back what they said.
 * Each text is first shown to be in the stores, so that not finding it afterwards means something.
 */
@ExtendWith(JobTestResources.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionEverywhereITCase {

  private static final String BACKEND = "1000000421";
  private static final String OTHER_GROUP = "1000000733";
  private static final int WORDS = 4;

  /** Where texts of messages are; vectors and graph hold titles of topics alone. */
  private static final Set<String> WITH_TEXTS = Set.of("POSTGRES", "REDIS", "OBJECTS", "CONTEXT");

  private StoresScenario scenario;

  @BeforeAll
  void fill(TestServers servers) throws Exception {
    scenario = StoresScenario.start(servers, "regretful", EnumSet.allOf(Store.class));
    scenario.sendSample();
    scenario.awaitDigests(scenario.windows());
    scenario.awaitFilled();
  }

  @AfterAll
  void stop() throws Exception {
    scenario.close();
  }

  @Test
  void theTextOfADeletedMessageIsFoundNowhere() throws Exception {
    List<String> victim = quoted(BACKEND, "window_start DESC");
    String said = wordsOnlyIn(victim.get(0));
    Map<String, String> before = scenario.dumps();
    assertThat(WITH_TEXTS).allMatch(place -> before.get(place).contains(said));

    scenario.delete(BACKEND, victim.get(0), Instant.parse(victim.get(1)));

    StoresScenario.await(() -> assertFoundNowhere(said));
    assertThat(digest(victim.get(2)))
        .as("marked, made anew, and still a digest")
        .containsExactly("2", "t", "ready", "t");

    long announced = scenario.announcements();
    scenario.replayWindows();
    StoresScenario.await(
        () ->
            assertThat(scenario.announcements())
                .isGreaterThanOrEqualTo(announced + scenario.windows()));
    assertFoundNowhere(said);
    scenario.assertAllRun();
  }

  @Test
  void nothingOfAnErasedSenderIsFoundAnywhere() throws Exception {
    List<String> sender =
        scenario
            .rows(
                "SELECT sender_id, author, array_agg(message_id)::text FROM group_digest_messages"
                    + " WHERE tenant_id = $tenant AND group_id = '"
                    + OTHER_GROUP
                    + "' GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1")
            .get(0);
    Set<String> said = new TreeSet<>();
    String context = scenario.dumps().get("CONTEXT");
    for (String id : sender.get(2).replaceAll("[{}]", "").split(",")) {
      String words = wordsOnlyIn(id);
      if (words != null && context.contains(words)) {
        said.add(words);
      }
    }
    assertThat(said).as("there is enough to look for").hasSizeGreaterThan(10);
    assertThat(scenario.dumps().get("GRAPH")).contains(sender.get(1));

    scenario.ask(TopicNames.ERASURES, OTHER_GROUP, "{\"sender_id\": \"" + sender.get(0) + "\"}");

    StoresScenario.await(
        () -> {
          for (String words : said) {
            assertFoundNowhere(words);
          }
          assertThat(scenario.dumps().get("GRAPH")).doesNotContain(sender.get(1));
          assertThat(scenario.dumps().get("POSTGRES"))
              .doesNotContain("\"" + sender.get(0) + "\"")
              .doesNotContain(sender.get(1));
        });
    scenario.assertAllRun();
  }

  @Test
  void digestsPastTheirTimeAreFoundNowhere() throws Exception {
    List<String> first =
        scenario
            .rows(
                "SELECT digest_id, window_id, to_char(window_end AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM group_digests WHERE tenant_id ="
                    + " $tenant AND group_id = '"
                    + BACKEND
                    + "' ORDER BY window_start LIMIT 1")
            .get(0);
    Instant before = Instant.parse(first.get(2)).plusSeconds(1);

    scenario.ask(TopicNames.RETENTION, BACKEND, "{\"before\": \"" + before + "\"}");

    StoresScenario.await(
        () -> {
          Map<String, String> dumps = scenario.dumps();
          for (String place : List.of("REDIS", "OBJECTS", "GRAPH", "VECTORS")) {
            assertThat(dumps.get(place).contains(first.get(0))).as(place).isFalse();
          }
          assertThat(digest(first.get(0))).isEmpty();
        });
    scenario.assertAllRun();
  }

  /** A message that a topic's summary quotes: its id, its time, and the digest. */
  private List<String> quoted(String group, String order) throws Exception {
    return scenario
        .rows(
            "SELECT m.message_id, to_char(m.posted_at AT TIME ZONE 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), d.digest_id FROM group_digests d"
                + " JOIN group_digest_topics t USING (tenant_id, digest_id)"
                + " JOIN group_digest_messages m ON m.tenant_id = d.tenant_id"
                + " AND m.digest_id = d.digest_id"
                + " AND t.payload -> 'summary_message_ids' ? m.message_id"
                + " WHERE d.tenant_id = $tenant AND d.status = 'ready' AND d.group_id = '"
                + group
                + "' ORDER BY "
                + order)
        .stream()
        .filter(row -> isQuoted(row.get(0)))
        .findFirst()
        .orElseThrow();
  }

  private boolean isQuoted(String messageId) {
    try {
      String words = wordsOnlyIn(messageId);
      return words != null
          && scenario.dumps().entrySet().stream()
              .filter(dump -> WITH_TEXTS.contains(dump.getKey()))
              .allMatch(dump -> dump.getValue().contains(words));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some words of a message in a row, long enough to be nobody else's; null when it has none. */
  private String wordsOnlyIn(String messageId) {
    String[] words = scenario.text(messageId).split(" ");
    for (int from = 0; from + WORDS <= words.length; from++) {
      String run = String.join(" ", Arrays.copyOfRange(words, from, from + WORDS));
      long speakers = scenario.texts().stream().filter(text -> text.contains(run)).count();
      if (speakers == 1 && run.matches("[\\p{L}\\p{Nd} ]{12,}")) {
        return run;
      }
    }
    return null;
  }

  private void assertFoundNowhere(String words) throws Exception {
    scenario.dumps().forEach((place, dump) -> assertThat(dump.contains(words)).as(place).isFalse());
  }

  private List<String> digest(String digestId) throws Exception {
    return scenario
        .rows(
            "SELECT attempt, erased_at IS NOT NULL, status, html IS NOT NULL FROM group_digests"
                + " WHERE tenant_id = $tenant AND digest_id = '"
                + digestId
                + "'")
        .stream()
        .findFirst()
        .orElse(List.of());
  }
}
