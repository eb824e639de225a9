package org.groupdigest.job.stores.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.neo4j.CypherStatement;
import org.groupdigest.connectors.neo4j.Neo4jConfig;
import org.groupdigest.connectors.neo4j.Neo4jGraph;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.config.SecretReference;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.persist.HostileIds;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.HostileChanges;
import org.groupdigest.job.stores.SampleChanges;
import org.groupdigest.job.stores.WrittenChanges;
import org.groupdigest.localstack.LocalNeo4j;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph in a real Neo4j, one for all tests: a start takes seconds. */
class GraphStoreITCase {
  private static final long SEED = Seeds.of("hostile tenants of Neo4j");
  private static final int ROUNDS = 4 * Seeds.times();
  private static final int TRIES = 100;

  private static final CypherStatement CLEAR =
      CypherStatement.of("clear", "MATCH (n) DETACH DELETE n");

  private static final CypherStatement NODES =
      CypherStatement.of(
          "nodes",
          """
          MATCH (n) WHERE $tenant IS NULL OR n.tenant_id = $tenant
          RETURN labels(n) AS what, properties(n) AS has""");

  private static final CypherStatement RELATIONS =
      CypherStatement.of(
          "relations",
          """
          MATCH (a)-[r]->(b) WHERE $tenant IS NULL OR a.tenant_id = $tenant
          RETURN type(r) AS what, properties(r) AS has,
            properties(a) AS begin, properties(b) AS finish""");

  private static final CypherStatement MEETINGS =
      CypherStatement.of(
          "meetings",
          "MATCH (a)--(b) WHERE a.tenant_id <> b.tenant_id RETURN count(*) AS meetings");

  private static final CypherStatement DAYS =
      CypherStatement.of(
          "days",
          """
          MATCH (g:Group {tenant_id: 'garden'})-[:HAS_DIGEST]->(d:Digest)-[:HAS_TOPIC]->(t:Topic)
          MATCH (p:Participant)-[s:DISCUSSED]->(t), (p)-[r:PLAYED]->(d)
          MATCH (p)-[a:REPLIED_TO]->(q:Participant)
          RETURN d.window_end.epochSeconds AS ended, t.title AS title, t.status AS status,
            p.username AS who, s.message_count AS wrote, r.role AS role, r.message_count AS shown,
            q.username AS whom, a.count AS times, a.window_hours AS hours""");

  @TempDir static Path folder;

  private static LocalStack stack;
  private static StoreSettings.Graph settings;
  private static Neo4jGraph graph;

  @BeforeAll
  static void start() throws Exception {
    stack =
        LocalStack.builder()
            .folder(folder.resolve("server"))
            .services(EnumSet.of(Service.NEO4J))
            .start();
    String password = stack.neo4j().password();
    Path file = Files.writeString(folder.resolve("password"), password);
    settings =
        new StoreSettings.Graph(
            stack.neo4j().uri(), LocalNeo4j.USER, SecretReference.file(file.toString()));
    graph = Neo4jGraph.open(Neo4jConfig.of(stack.neo4j().uri(), LocalNeo4j.USER), password);
  }

  @AfterAll
  static void stop() {
    graph.close();
    stack.close();
  }

  @BeforeEach
  void clear() throws Exception {
    answer(graph.write(CLEAR, Map.of()));
  }

  @Test
  void theGraphTellsWhoDiscussedWhatAndWhoAnsweredWhom() throws Exception {
    DigestChange change = well().build();
    write(change);
    assertThat(answer(graph.read(DAYS, Map.of())))
        .containsExactly(
            Map.of(
                "ended",
                change.digest().window().end().getEpochSecond(),
                "title",
                "Dry well",
                "status",
                "watch",
                "who",
                "otto",
                "wrote",
                2L,
                "role",
                "expert",
                "shown",
                1L,
                "whom",
                "mila",
                "times",
                2L,
                "hours",
                24L));
  }

  @Test
  void aReplayLeavesEveryNodeAndRelationAsItWas() throws Exception {
    DigestChange[] all = {
      well().build(),
      well().day(1).build(),
      SampleChanges.of("garden", "paths").topic("t", "Gravel").build()
    };
    write(all);
    List<String> once = dump(null);
    assertThat(once).hasSizeGreaterThan(15);
    write(all);
    write(all[1], all[0], all[2], all[0]);
    assertThat(dump(null)).isEqualTo(once);
  }

  @Test
  void whatANewAttemptNoLongerHasIsGoneAndAnOlderOneDoesNotBringItBack() throws Exception {
    DigestChange before = well().build();
    write(before, SampleChanges.of("garden", "plots").attempt(2).topic("t2", "Seed swap").build());
    List<String> now = dump(null);
    assertThat(now)
        .hasSize(5)
        .noneMatch(line -> line.contains("Dry well") || line.contains("Participant"));
    write(before);
    assertThat(dump(null)).isEqualTo(now);
  }

  @Test
  void theNewerAttemptStaysWhicheverWriterIsLast() throws Exception {
    DigestChange older = well().build();
    DigestChange newer = well().attempt(2).message("m9", "ida", "m1").build();
    write(newer);
    List<String> now = dump(null);
    write(older);
    assertThat(dump(null)).isEqualTo(now);
  }

  @Test
  void peopleStayWhileAnotherDigestKnowsThem() throws Exception {
    write(well().day(1).build());
    List<String> before = dump(null);
    write(well().build(), well().gone());
    assertThat(dump(null)).isEqualTo(before);
  }

  @Test
  void theLastRemovedDigestLeavesNothing() throws Exception {
    write(well().build(), well().day(1).build(), well().day(1).gone(), well().gone());
    assertThat(dump(null)).isEmpty();
  }

  @Test
  void tenantsWithEqualIdsAndNamesNeverMeet() throws Exception {
    DigestChange sample = well().build();
    List<DigestChange> all = new ArrayList<>();
    for (String tenant : HostileIds.ALL) {
      all.add(new DigestChange(tenant, "g", "d", "w", 1, sample.digest()));
    }
    write(all.toArray(DigestChange[]::new));
    Map<String, List<String>> before = new TreeMap<>();
    for (String tenant : HostileIds.ALL) {
      before.put(tenant, dump(tenant));
    }
    assertThat(before.values()).extracting(List::size).containsOnly(before.get("a").size());
    assertThat(dump(null)).hasSize(before.get("a").size() * HostileIds.ALL.size());
    assertThat(answer(graph.read(MEETINGS, Map.of()))).containsExactly(Map.of("meetings", 0L));

    for (int i = 0; i < all.size(); i += 2) {
      write(new DigestChange(all.get(i).tenantId(), "g", "d", "w", 0, null));
    }
    for (int i = 0; i < all.size(); i++) {
      String tenant = all.get(i).tenantId();
      assertThat(dump(tenant)).as(tenant).isEqualTo(i % 2 == 0 ? List.of() : before.get(tenant));
    }
  }

  /** Writes, repetitions and removals of whoever, and after each round a look at everybody. */
  @Test
  void randomTriesOfHostileTenantsReachNothingOfOthers() throws Exception {
    HostileChanges tries = new HostileChanges(SEED);
    DigestChange made = well().build();
    for (int round = 0; round < ROUNDS; round++) {
      write(tries.next(TRIES, made.digest()).toArray(DigestChange[]::new));
      for (String tenant : HostileIds.ALL) {
        long digests = dump(tenant).stream().filter(line -> line.contains("[Digest]")).count();
        assertThat(digests).as(tenant).isEqualTo(tries.digestsOf(tenant).size());
      }
      assertThat(answer(graph.read(MEETINGS, Map.of()))).containsExactly(Map.of("meetings", 0L));
    }
  }

  private static SampleChanges well() {
    return SampleChanges.of("garden", "plots")
        .message("m1", "mila", null)
        .message("m2", "otto", "m1")
        .message("m3", "otto", "m1")
        .topic("t1", "Dry well", "m1", "m2", "m3")
        .person("otto", "expert", "m2");
  }

  private static void write(DigestChange... changes) throws Exception {
    WrittenChanges.to(GraphStore.sink(settings), changes);
  }

  /** Every node and relation with all it has, in an order of its own. */
  private static List<String> dump(String tenant) throws Exception {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("tenant", tenant);
    List<Map<String, Object>> all = new ArrayList<>(answer(graph.read(NODES, parameters)));
    all.addAll(answer(graph.read(RELATIONS, parameters)));
    return all.stream().map(GraphStoreITCase::line).sorted().toList();
  }

  private static String line(Map<String, Object> row) {
    Map<String, Object> line = new TreeMap<>();
    row.forEach(
        (name, value) ->
            line.put(name, value instanceof Map<?, ?> inner ? new TreeMap<>(inner) : value));
    return line.toString();
  }

  private static <T> T answer(CompletionStage<StoreReply<T>> asked) throws Exception {
    StoreReply<T> reply = asked.toCompletableFuture().get(60, TimeUnit.SECONDS);
    assertThat(reply).isInstanceOf(StoreReply.Answered.class);
    return ((StoreReply.Answered<T>) reply).value();
  }
}
