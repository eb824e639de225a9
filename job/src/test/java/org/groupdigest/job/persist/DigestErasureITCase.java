package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.ErasureStores.GROUP;
import static org.groupdigest.job.persist.TestRedis.await;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.redact.DigestRedactor;
import org.groupdigest.job.redact.MarkedDigests;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased is in no row any more, and in none that is written later. */
class DigestErasureITCase {
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-1001");
  private static final DeliveryTarget HOOK = new DeliveryTarget("webhook", "https://x.test/h");
  private static final int ROUNDS = 60 * Seeds.times();

  @AutoClose private static final ErasureStores STORES = new ErasureStores();

  @BeforeEach
  void clear() throws SQLException {
    STORES.database.clear();
  }

  @Test
  void whatWasErasedIsFoundInNoRow() throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, seed);
      STORES.write(0, digest, 1, CHAT);
      Set<String> erased = someOf(digest, seed);

      List<CurrentDigest> concerned = STORES.erase(1, erased.toArray(String[]::new));

      assertThat(concerned).extracting(CurrentDigest::attempt).containsExactly(2);
      assertGone(digest, erased);
      STORES.database.clear();
    }
  }

  @Test
  void theDigestIsMarkedAndRenderedAnew() throws Exception {
    DigestRecord digest = SampleDigests.digest().build();
    STORES.write(0, digest, 1);

    CurrentDigest current = STORES.erase(1, "m2").get(0);

    assertThat(current.digest().degradations()).containsExactly(DigestRedactor.ERASED);
    assertThat(current.digest().rendered().html())
        .contains("Messages that were deleted were taken out.")
        .doesNotContain("The well is dry")
        .doesNotContain("@otto");
    assertThat(current).isEqualTo(STORES.find(digest));
    assertThat(one("SELECT attempt || ' ' || erased_at FROM group_digests"))
        .isEqualTo("2 2026-04-11 01:00:00+00");
    assertThat(one("SELECT attempt FROM group_conversation_windows")).isEqualTo("2");
  }

  @Test
  void anErasedMessageKeepsItsPlaceAndNoMore() throws Exception {
    STORES.write(0, SampleDigests.digest().build(), 1);
    STORES.erase(1, "m2");

    assertThat(
            column(
                "SELECT concat_ws('|', message_id, sender_id, author, reply_to_message_id,"
                    + " erased_key) FROM group_digest_messages ORDER BY position"))
        .containsExactly(
            "m1|sender-mila|mila", "m2|||message:m2", "m3|sender-mila|mila", "m5|sender-rosa|rosa");
  }

  @Test
  void erasingAgainChangesNothingAndGivesTheSameDigests() throws Exception {
    STORES.write(0, SampleDigests.digest().build(), 1, CHAT);
    STORES.write(0, SampleDigests.digest().day(1).build(), 1);
    List<CurrentDigest> first = STORES.erase(1, "m2", "m3");
    Map<String, List<String>> before = STORES.database.dump();

    assertThat(first).hasSize(2);
    assertThat(STORES.erase(2, "m2", "m3")).isEqualTo(first);
    assertThat(STORES.erase(3, "m3")).isEqualTo(first);
    STORES.database.execute("DELETE FROM group_erasures WHERE erased_key = 'message:m3'");
    STORES.erase(1, "m3");
    assertThat(STORES.database.dump()).isEqualTo(before);
  }

  @Test
  void aSenderIsErasedFromWhatTheyWroteUntilThen() throws Exception {
    DigestRecord old = SampleDigests.digest().build();
    DigestRecord young = SampleDigests.digest().day(2).build();
    STORES.write(0, old, 1);
    STORES.write(0, young, 1);

    List<CurrentDigest> concerned = STORES.eraseSender(1, "sender-otto", young.window().start());

    assertThat(concerned)
        .extracting(one -> one.digest().digestId())
        .containsExactly(old.digestId());
    assertThat(STORES.find(old).digest().sources())
        .extracting(SourceMessage::author)
        .containsExactly("mila", "mila", "rosa");
    assertThat(STORES.find(young).digest().sources())
        .extracting(SourceMessage::author)
        .contains("otto");
    assertThat(column("SELECT erased_key FROM group_erasures").toString())
        .doesNotContain("otto")
        .contains("sender:");
    assertThat(STORES.eraseSender(2, "sender-otto", young.window().start())).isEqualTo(concerned);
  }

  @Test
  void aLaterRequestOfASenderReachesWhatTheyWroteSince() throws Exception {
    DigestRecord digest = SampleDigests.digest().day(2).build();
    STORES.write(0, digest, 1);
    assertThat(STORES.eraseSender(1, "sender-otto", SampleDigests.MORNING)).isEmpty();

    assertThat(STORES.eraseSender(2, "sender-otto", ErasureStores.NOW)).hasSize(1);

    STORES.database.execute("TRUNCATE group_conversation_windows CASCADE");
    assertThat(STORES.write(3, digest, 1)).isInstanceOf(PersistOutcome.Redacted.class);
  }

  @Test
  void aDigestWrittenAfterTheErasureIsWrittenWithoutIt() throws Exception {
    DigestRecord digest = MarkedDigests.digest(new Random(7), GROUP, 1);
    Set<String> erased = someOf(digest, 7);
    assertThat(STORES.erase(0, erased.toArray(String[]::new))).isEmpty();

    PersistOutcome outcome = STORES.write(1, digest, 1, CHAT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            PersistOutcome.Redacted.class,
            redacted -> {
              assertThat(redacted.outcome()).isEqualTo(new PersistOutcome.Written(1));
              assertThat(redacted.digest().rendered()).isNotNull();
              assertThat(redacted.digest()).isEqualTo(STORES.find(digest).digest());
            });
    assertGone(digest, erased);
    assertThat(STORES.erase(2, erased.toArray(String[]::new))).containsExactly(STORES.find(digest));
    assertThat(STORES.find(digest).attempt()).isEqualTo(1);
  }

  @Test
  void aReplayOfWhatWasWrittenBeforeTheErasureBringsNothingBack() throws Exception {
    DigestRecord digest = MarkedDigests.digest(new Random(8), GROUP, 1);
    Set<String> erased = someOf(digest, 8);
    STORES.write(0, digest, 1, CHAT);
    STORES.erase(1, erased.toArray(String[]::new));
    Map<String, List<String>> before = STORES.database.dump();

    assertThat(STORES.write(2, digest, 1, CHAT))
        .isInstanceOfSatisfying(
            PersistOutcome.Redacted.class,
            redacted ->
                assertThat(redacted.outcome()).isInstanceOf(PersistOutcome.Unchanged.class));
    assertThat(STORES.database.dump()).isEqualTo(before);
  }

  @Test
  void aNewerMakingStaysWithoutWhatWasErased() throws Exception {
    DigestRecord digest = MarkedDigests.digest(new Random(9), GROUP, 1);
    Set<String> erased = someOf(digest, 9);
    STORES.write(0, digest, 1);
    STORES.erase(1, erased.toArray(String[]::new));

    STORES.write(2, digest, 5);
    assertGone(digest, erased);
    assertThat(STORES.find(digest).attempt()).isEqualTo(5);
    STORES.write(3, digest, 4);
    assertThat(STORES.find(digest).attempt()).isEqualTo(5);
    assertThat(STORES.erase(4, erased.toArray(String[]::new))).containsExactly(STORES.find(digest));
  }

  @Test
  void erasingAndWritingAtTheSameMomentLeavesNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      DigestRecord digest = MarkedDigests.digest(new Random(1_000 + round), GROUP, round);
      Set<String> erased = someOf(digest, round);
      boolean eraseFirst = round % 2 == 0;
      CompletionStage<?> one = eraseFirst ? erasing(erased) : STORES.writing(0, digest, 1, CHAT);
      CompletionStage<?> other = eraseFirst ? STORES.writing(0, digest, 1, CHAT) : erasing(erased);
      await(one);
      await(other);

      assertGone(digest, erased);
    }
  }

  @Test
  void whatHasGoneOutStaysOnRecordAndWhatIsPlannedFollows() throws Exception {
    STORES.write(0, SampleDigests.digest().build(), 1, CHAT, HOOK);
    column(
        "UPDATE digest_delivery_log SET status = 'sent', parts_sent = parts_total"
            + " WHERE channel = 'webhook' RETURNING 1");

    STORES.erase(1, "m2");

    assertThat(
            column(
                "SELECT concat_ws(' ', channel, status, attempt, parts_total, parts_sent)"
                    + " FROM digest_delivery_log ORDER BY channel"))
        .containsExactly("telegram planned 2 1 0", "webhook sent 1 1 1");
    assertThat(one("SELECT payload->'delivery'->>'targets' FROM group_digests")).isEqualTo("2");
    assertThat(one("SELECT delivery_status FROM group_digests")).isEqualTo("planned");
  }

  @Test
  void aDecisionOfAReviewerIsKept() throws Exception {
    STORES.write(0, SampleDigests.digest().status(DigestStatus.BLOCKED_QUALITY).build(), 1);
    column("UPDATE digest_review_queue SET status = 'rejected', reviewer = 'ada' RETURNING 1");
    Map<String, List<String>> before = STORES.database.dump();

    STORES.erase(1, "m2");

    assertThat(STORES.database.dump())
        .containsEntry("digest_review_queue", before.get("digest_review_queue"));
  }

  @Test
  void equalIdsOfAnotherTenantAndGroupAreOthers() throws Exception {
    DigestRecord mine = SampleDigests.digest().build();
    DigestRecord neighbour = SampleDigests.digest().of("garden", "paths").build();
    DigestRecord foreign = SampleDigests.digest().of("harbour", "plots").build();
    STORES.write(0, mine, 1);
    STORES.write(0, neighbour, 1);
    STORES.write(0, foreign, 1);

    STORES.erase(1, "m2");

    assertThat(STORES.find(mine).attempt()).isEqualTo(2);
    assertThat(STORES.find(neighbour).attempt()).isEqualTo(1);
    assertThat(STORES.find(foreign).attempt()).isEqualTo(1);
  }

  @Test
  void everythingASecondTimeLeavesEveryRowByteForByte() throws Exception {
    replay(0);
    Map<String, List<String>> before = STORES.database.dump();
    replay(5);
    assertThat(STORES.database.dump()).isEqualTo(before);
  }

  private static void replay(int hour) {
    DigestRecord gone = SampleDigests.digest().build();
    DigestRecord kept = SampleDigests.digest().day(3).build();
    STORES.write(hour, gone, 1, CHAT);
    STORES.write(hour, kept, 2, CHAT);
    STORES.write(hour, kept, 1, CHAT, HOOK);
    STORES.erase(hour, "m2");
    STORES.eraseSender(hour, "sender-rosa", ErasureStores.NOW);
    await(STORES.remover(hour, null).removeBefore(GROUP, kept.window().start(), "retention"));
  }

  private static CompletionStage<List<CurrentDigest>> erasing(Set<String> erased) {
    return STORES.eraser(0, null).erase(ErasureStores.erasure(erased.toArray(String[]::new)));
  }

  /** At least one of the messages, at random. */
  private static Set<String> someOf(DigestRecord digest, long seed) {
    Random random = new Random(seed);
    Set<String> some = new TreeSet<>();
    some.add(digest.sources().get(0).messageId());
    for (SourceMessage source : digest.sources()) {
      if (random.nextInt(3) == 0) {
        some.add(source.messageId());
      }
    }
    return some;
  }

  private static void assertGone(DigestRecord digest, Set<String> erased) throws SQLException {
    String texts = STORES.texts();
    assertThat(erased).allSatisfy(id -> assertThat(texts).doesNotContain(MarkedDigests.marker(id)));
    String current = STORES.find(digest).toString();
    assertThat(MarkedDigests.peopleOf(digest, erased))
        .allSatisfy(name -> assertThat(current).doesNotContain(name));
  }

  private static List<String> column(String sql) throws SQLException {
    return STORES.database.column(sql);
  }

  private static String one(String sql) throws SQLException {
    List<String> rows = column(sql);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
