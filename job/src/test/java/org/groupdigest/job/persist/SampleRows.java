package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;

/** Rows of a tenant as the job writes them. */
final class SampleRows {
  private SampleRows() {}

  /** Puts at least one row of a tenant into every table. */
  static void write(AsyncTenantTransactions transactions, String tenant) {
    Clock clock = Clock.systemUTC();
    DigestWriter digests = new PostgresDigestWriter(transactions, clock);
    SampleDigests ready = SampleDigests.digest().of(tenant, "plots");
    List<DeliveryTarget> targets = List.of(new DeliveryTarget("telegram", "-100"));
    TestRedis.await(digests.write(new DigestWrite(ready.build(), 1, targets)));
    SampleDigests bad = SampleDigests.digest().of(tenant, "paths");
    TestRedis.await(digests.write(bad.status(DigestStatus.BLOCKED_QUALITY).build()));
    LedgerEntry entry =
        new LedgerEntry(tenant, "plots", 20_000, 1, 2, 1, 0, Map.of("service", 1L), 0, 0, 0);
    TestRedis.await(new PostgresLedgerWriter(transactions, clock).write(List.of(entry)));
    TestRedis.await(
        new PostgresPaidAnswers(transactions, clock)
            .save(SampleCalls.key(tenant, "plots", "w-1"), SampleCalls.ANSWER));
    TestRedis.await(digests.write(SampleDigests.digest().of(tenant, "sheds").build()));
    TestRedis.await(
        new PostgresDigestRemover(transactions, null, clock)
            .removeBefore(new GroupKey(tenant, "sheds"), clock.instant(), "retention"));
    TestRedis.await(
        new PostgresDigestEraser(
                transactions, null, new DigestRenderer(LinkPattern.telegramOnly()), clock)
            .erase(new Erasure(tenant, "paths", List.of("m5"), null, "t-1", clock.instant())));
  }
}
