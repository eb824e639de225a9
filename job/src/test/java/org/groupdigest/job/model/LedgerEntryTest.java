package org.groupdigest.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  @Test
  void anEntryBalancesWhenEveryRecordIsAccountedFor() {
    assertThat(entry(10).balances()).isTrue();
    assertThat(entry(11).balances()).isFalse();
    assertThat(entry(10).filteredTotal()).isEqualTo(3);
  }

  @Test
  void daysAreThoseOfUtcAlsoBefore1970() {
    assertThat(LedgerEntry.dayOf(Instant.parse("1970-01-01T23:59:59Z"))).isZero();
    assertThat(LedgerEntry.dayOf(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo(-1);
    assertThat(entry(10).day()).hasToString("1970-01-03");
  }

  @Test
  void itIsAStateTypeWithoutKryo() {
    assertThat(TypeInformation.of(LedgerEntry.class)).isInstanceOf(PojoTypeInfo.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(LedgerEntry.class);
  }

  private static LedgerEntry entry(long received) {
    Map<String, Long> filtered = Map.of("service", 2L, "media", 1L);
    return new LedgerEntry("t", "g", 2, 1, received, 3, 1, filtered, 1, 1, 1);
  }
}
