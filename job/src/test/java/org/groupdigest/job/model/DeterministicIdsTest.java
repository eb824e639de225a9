package org.groupdigest.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The same fact has the same id for ever, and no two facts share one. */
class DeterministicIdsTest {

  private static final GroupKey GROUP = new GroupKey("acme", "backend");

  @Property(tries = 200)
  void everyIdHasTheShapeOfANameBasedUuid(@ForAll String kind, @ForAll List<String> parts) {
    UUID id = UUID.fromString(DeterministicIds.of(kind, parts.toArray()));

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).as("RFC 9562").isEqualTo(2);
  }

  /** A changed id would make every replayed row a new one. */
  @Test
  void idsNeverChange() {
    assertThat(DeterministicIds.windowId(GROUP, 24, 0, 86_400_000L, WindowKind.SCHEDULED))
        .isEqualTo(
            DeterministicIds.of("window", "acme", "backend", 24, 0, 86_400_000L, "scheduled"))
        .isEqualTo("0a32dbe2-8e1c-57fa-bcc7-f6c489a73520");
    assertThat(DeterministicIds.digestId("w-1")).isEqualTo("22825a12-03b1-5791-b7fb-55f078ba749b");
  }

  @Property(tries = 500)
  void partsAreNeverConfused(@ForAll List<String> left, @ForAll List<String> right) {
    String one = DeterministicIds.of("kind", left.toArray());
    String two = DeterministicIds.of("kind", right.toArray());

    assertThat(one.equals(two)).isEqualTo(left.equals(right));
  }

  @Test
  void separatorsInsidePartsMeanNothing() {
    assertThat(
            List.of(
                DeterministicIds.of("k", "a", "b"),
                DeterministicIds.of("k", "ab"),
                DeterministicIds.of("k", "a|1:b"),
                DeterministicIds.of("k", "a", "b", ""),
                DeterministicIds.of("k", "a", "b", null)))
        .doesNotHaveDuplicates();
  }

  @Test
  void everythingThatMakesAWindowMakesItsId() {
    WindowKind scheduled = WindowKind.SCHEDULED;
    assertThat(
            List.of(
                DeterministicIds.windowId(GROUP, 24, 0, 10, scheduled),
                DeterministicIds.windowId(GROUP, 12, 0, 10, scheduled),
                DeterministicIds.windowId(GROUP, 24, 1, 10, scheduled),
                DeterministicIds.windowId(GROUP, 24, 0, 11, scheduled),
                DeterministicIds.windowId(GROUP, 24, 0, 10, WindowKind.REQUESTED),
                DeterministicIds.windowId(new GroupKey("acme", "other"), 24, 0, 10, scheduled)))
        .doesNotHaveDuplicates();
  }
}
