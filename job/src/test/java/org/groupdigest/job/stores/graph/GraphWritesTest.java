package org.groupdigest.job.stores.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groupdigest.connectors.neo4j.CypherStatement;
import org.groupdigest.connectors.neo4j.CypherWrite;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.SampleChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows a digest has, and what every statement has to say. */
class GraphWritesTest {

  private static final Pattern NODE = Pattern.compile("\\(\\w*:\\w+[^)]*\\)");

  private final GraphWrites writes = new GraphWrites();

  static Stream<CypherStatement> statements() {
    return Stream.of(GraphStatements.all());
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyNodeIsFoundByItsTenant(CypherStatement statement) {
    assertThat(statement.takesRows()).isTrue();
    assertThat(NODE.matcher(statement.text()).results().map(found -> found.group()))
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node).contains("tenant_id: row.tenant_id"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void nothingIsMergedWithoutAWholeKey(CypherStatement statement) {
    assertThat(statement.text()).doesNotContain("'", "\"");
  }

  @Test
  void aDigestIsForgottenBeforeItIsToldAnew() {
    assertThat(names(sample().build()))
        .containsExactly(
            "forget-topics",
            "forget-roles",
            "forget-replies",
            "digest",
            "topic",
            "played",
            "discussed",
            "discussed",
            "replied-to",
            "sweep-people",
            "sweep-group");
  }

  @Test
  void aRemovedDigestIsForgottenWhateverItsAttempt() {
    assertThat(names(sample().gone()))
        .containsExactly(
            "forget-topics",
            "forget-roles",
            "forget-replies",
            "remove-digest",
            "sweep-people",
            "sweep-group");
    assertThat(writes.apply(sample().gone(), null))
        .allSatisfy(write -> assertThat(write.row()).containsEntry("attempt", Long.MAX_VALUE));
  }

  @Test
  void everyRowNamesTenantGroupDigestAndAttempt() {
    DigestChange change = sample().attempt(4).build();
    assertThat(writes.apply(change, null))
        .allSatisfy(
            write ->
                assertThat(write.row())
                    .containsEntry("tenant_id", "garden")
                    .containsEntry("group_id", "plots")
                    .containsEntry("digest_id", change.digestId())
                    .containsEntry("attempt", 4L));
  }

  @Test
  void noTextOfADigestButTitlesIsInTheRows() {
    assertThat(
            writes.apply(sample().build(), null).stream().map(CypherWrite::row).toList().toString())
        .contains("Dry well")
        .doesNotContain("What was said", "wrote of it", "until Thursday");
  }

  @Test
  void peopleWithoutANameAreNobody() {
    DigestChange change =
        SampleChanges.of("garden", "plots").person(" ", "expert").person("mila", "expert").build();
    assertThat(names(change)).containsOnlyOnce("played");
  }

  private static SampleChanges sample() {
    return SampleChanges.of("garden", "plots")
        .message("m1", "mila", null)
        .message("m2", "otto", "m1")
        .topic("t1", "Dry well", "m1", "m2")
        .person("mila", "initiator", "m1");
  }

  private List<String> names(DigestChange change) {
    return writes.apply(change, null).stream().map(CypherWrite::statement).toList();
  }
}
