package org.groupdigest.connectors.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.connectors.neo4j.TestGraph.answer;
import static org.groupdigest.connectors.neo4j.TestGraph.one;
import static org.groupdigest.connectors.neo4j.TestGraph.reply;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Refused;
import org.groupdigest.connectors.shared.StoreReply.Unavailable;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sink and client against a real server, one for all tests: a start takes seconds. */
class Neo4jITCase {
  private static final long PAUSE = 100;

  private static final CypherStatement PERSON =
      CypherStatement.of(
          "person",
          """
          UNWIND $rows AS row
          MERGE (p:Person {tenant: row.tenant, id: row.id})
          SET p.note = row.note""");

  private static final CypherStatement KNOWS =
      CypherStatement.of(
          "knows",
          """
          UNWIND $rows AS row
          MATCH (a:Person {tenant: row.tenant, id: row.from})
          MATCH (b:Person {tenant: row.tenant, id: row.to})
          MERGE (a)-[k:KNOWS]->(b)
          SET k.since = row.since""");

  private static final CypherStatement FORGET =
      CypherStatement.of(
          "forget",
          """
          UNWIND $rows AS row
          MATCH (p:Person {tenant: row.tenant, id: row.id})
          DETACH DELETE p""");

  private static final CypherStatement WRONG =
      CypherStatement.of("wrong", "UNWIND $rows AS row MERG (p:Person)");

  private static final CypherStatement PEOPLE =
      CypherStatement.of("people", "MATCH (p:Person) RETURN count(p) AS n");

  private static final CypherStatement RELATIONS =
      CypherStatement.of("relations", "MATCH (:Person)-[k:KNOWS]->(:Person) RETURN count(k) AS n");

  private static final CypherStatement NODES =
      CypherStatement.of("nodes", "MATCH (n) RETURN count(n) AS n");

  private static final CypherStatement NOTE =
      CypherStatement.of(
          "note", "MATCH (p:Person {tenant: $tenant, id: $id}) RETURN p.note AS note, p.id AS id");

  private static final CypherStatement UNIQUE =
      CypherStatement.of(
          "unique",
          """
          CREATE CONSTRAINT person_key IF NOT EXISTS
          FOR (p:Person) REQUIRE (p.tenant, p.id) IS UNIQUE""");

  private static final CypherStatement BY_NOTE =
      CypherStatement.of(
          "by note", "CREATE INDEX person_note IF NOT EXISTS FOR (p:Person) ON (p.note)");

  private static final CypherStatement SCHEMA =
      CypherStatement.of("schema", "SHOW INDEXES YIELD name RETURN name");

  @TempDir static Path folder;

  private static TestGraph server;

  private final WriterContext context = new WriterContext();
  private final List<String> refused = new ArrayList<>();
  private StatefulSinkWriter<CypherWrite, BufferedRequestState<CypherWrite>> writer;
  private Neo4jGraph graph;

  @BeforeAll
  static void startServer() {
    server = new TestGraph(folder);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void openGraph() throws Exception {
    server.clear();
    graph = server.open();
  }

  @AfterEach
  void close() throws Exception {
    graph.close();
    if (writer != null) {
      writer.close();
    }
  }

  @Test
  void aStreamIsWrittenByAJobAndReplayChangesNothing() throws Exception {
    answer(graph.write(UNIQUE, Map.of()));
    for (int replay = 0; replay < 2; replay++) {
      Configuration configuration = new Configuration();
      configuration.set(PipelineOptions.GENERIC_TYPES, false);
      StreamExecutionEnvironment flink =
          StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
      String password = server.password();
      Neo4jSink<Long> sink =
          Neo4jSink.<Long>builder()
              .setConfig(server.config())
              .setPassword(() -> password)
              .setStatements(PERSON, KNOWS)
              .setElementConverter((number, anyContext) -> write(number))
              .build();
      flink.fromSequence(0, 299).sinkTo(sink);
      flink.execute();
      assertThat(count(PEOPLE)).isEqualTo(150);
      assertThat(count(RELATIONS)).isEqualTo(149);
    }
  }

  @Test
  void theSchemaIsThereBeforeTheFirstRowsHoweverManyWritersSeeToIt() throws Exception {
    List<WriterContext> contexts = new ArrayList<>();
    List<StatefulSinkWriter<CypherWrite, BufferedRequestState<CypherWrite>>> writers =
        new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      contexts.add(new WriterContext());
      writers.add(builder().setSchema(UNIQUE, BY_NOTE).build().createWriter(contexts.get(i)));
    }
    for (int i = 0; i < writers.size(); i++) {
      writers.get(i).write(person("a"), null);
      contexts.get(i).drain();
    }
    for (StatefulSinkWriter<CypherWrite, BufferedRequestState<CypherWrite>> each : writers) {
      each.flush(true);
      each.close();
    }
    assertThat(count(PEOPLE)).isEqualTo(1);
    assertThat(answer(graph.read(SCHEMA, Map.of())))
        .extracting(row -> row.get("name"))
        .contains("person_key", "person_note");
  }

  @Test
  void aSchemaThatIsNoCypherFailsTheJob() throws Exception {
    open(builder().setSchema(WRONG));
    write(person("a"));
    assertThatThrownBy(() -> writer.flush(true))
        .hasMessage("neo4j: Neo.ClientError.Statement.SyntaxError");
    assertThat(count(PEOPLE)).isZero();
  }

  @Test
  void whatFollowsInTheStreamFollowsInTheGraph() throws Exception {
    open(builder().setMaxBatchSize(5));
    write(person("a"), person("b"), knows("a", "b"), forget("a"), person("a"));
    writer.flush(true);
    assertThat(count(PEOPLE)).isEqualTo(2);
    assertThat(count(RELATIONS)).isZero();
  }

  @Test
  void hostileValuesStayValues() throws Exception {
    List<String> hostile =
        List.of(
            "'}) DETACH DELETE n //",
            "\") RETURN 1 UNION MATCH (n) DETACH DELETE n //",
            "$rows ${row} {row.id} `back`",
            "a:b/../x%00\n\t\\u0027",
            "Ё☃𝄞👩‍👩‍👧",
            "x".repeat(128),
            "");
    open(builder().setMaxBatchSize(3));
    for (String value : hostile) {
      write(CypherWrite.of(PERSON, Map.of("tenant", value, "id", value, "note", value)));
    }
    writer.flush(true);
    assertThat(count(NODES)).isEqualTo(hostile.size());
    for (String value : hostile) {
      List<Map<String, Object>> rows =
          answer(graph.read(NOTE, Map.of("tenant", value, "id", value)));
      assertThat(one(rows, "note")).isEqualTo(value);
    }
  }

  @Test
  void nothingIsLostWhenTheServerIsKilledAndCheckpointsGoOn() throws Exception {
    open(
        builder()
            .setMaxBatchSize(10)
            .setMaxBufferedRequests(1_000)
            .setRequestTimeout(Duration.ofSeconds(3)));
    write(people(0, 40));
    context.drainUntil(() -> sum() > 0);
    server.kill();
    try {
      write(people(40, 80));
      context.drainUntil(() -> context.errors() > 0);
      writer.flush(false);
      assertThat(FrozenEntries.entries(writer.snapshotState(1).get(0)))
          .hasSizeGreaterThanOrEqualTo(40);
      assertThat(reply(graph.read(PEOPLE, Map.of()))).isInstanceOf(Unavailable.class);
    } finally {
      server.start();
    }
    write(people(80, 100));
    context.advanceUntil(PAUSE, () -> sum() == 100);
    assertThat(count(PEOPLE)).isEqualTo(100);
  }

  @Test
  void aRowThatCannotBeIsHandedOverAndTheOthersAreWritten() throws Exception {
    Map<String, Object> nobody = new LinkedHashMap<>();
    nobody.put("tenant", "t1");
    nobody.put("id", null);
    open(
        builder()
            .setMaxBatchSize(3)
            .setRefusedEntries((row, why) -> refused.add(row.statement() + " " + why.code())));
    write(person("a"), CypherWrite.of(PERSON, nobody), person("b"));
    writer.flush(true);
    assertThat(refused).containsExactly("person Neo.ClientError.Statement.SemanticError");
    assertThat(count(PEOPLE)).isEqualTo(2);
  }

  @Test
  void aRowWhoseStatementIsGoneIsRefused() throws Exception {
    open(builder().setRefusedEntries((row, why) -> refused.add(why.code())));
    write(new CypherWrite("of last year", Map.of()), person("a"));
    writer.flush(true);
    assertThat(refused).containsExactly("unknown_statement");
    assertThat(count(PEOPLE)).isEqualTo(1);
  }

  @Test
  void aStatementThatIsNoCypherFailsTheJobWhoeverTakesRefusedRows() throws Exception {
    open(builder().setRefusedEntries((row, why) -> refused.add(why.code())));
    write(CypherWrite.of(WRONG, Map.of("id", "secret")));
    assertThatThrownBy(() -> writer.flush(true))
        .hasMessage("neo4j: Neo.ClientError.Statement.SyntaxError");
    assertThat(refused).isEmpty();
  }

  @Test
  void aWrongPasswordFailsTheSinkAndIsRefusedByTheClient() throws Exception {
    open(builder().setPassword(() -> "guess"));
    write(person("a"));
    assertThatThrownBy(() -> writer.flush(true))
        .hasMessage("neo4j: Neo.ClientError.Security.Unauthorized");
    try (Neo4jGraph stranger = Neo4jGraph.open(server.config(), "guess")) {
      assertThat(reply(stranger.read(PEOPLE, Map.of())))
          .isEqualTo(
              new Refused<List<Map<String, Object>>>("Neo.ClientError.Security.Unauthorized"));
    }
  }

  @Test
  void theClientReadsWritesAndRefusesByName() throws Exception {
    answer(graph.write(PERSON, Map.of("rows", List.of())));
    assertThat(count(PEOPLE)).isZero();
    StoreReply<?> wrong = reply(graph.read(NOTE, Map.of("tenant", "t1")));
    assertThat(wrong)
        .isEqualTo(
            new Refused<List<Map<String, Object>>>("Neo.ClientError.Statement.ParameterMissing"));
    graph.close();
    assertThat(reply(graph.read(PEOPLE, Map.of()))).isInstanceOf(Unavailable.class);
    graph = server.open();
  }

  private static CypherWrite write(long number) {
    String id = "p" + number / 2;
    return number % 2 == 0 ? person(id) : knows("p" + (number / 2 - 1), id);
  }

  private static CypherWrite person(String id) {
    return CypherWrite.of(PERSON, Map.of("tenant", "t1", "id", id, "note", "n"));
  }

  private static CypherWrite[] people(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> person("p" + n)).toArray(CypherWrite[]::new);
  }

  private static CypherWrite knows(String from, String to) {
    return CypherWrite.of(KNOWS, Map.of("tenant", "t1", "from", from, "to", to, "since", 3));
  }

  private static CypherWrite forget(String id) {
    return CypherWrite.of(FORGET, Map.of("tenant", "t1", "id", id));
  }

  private Neo4jSinkBuilder<CypherWrite> builder() {
    String password = server.password();
    return Neo4jSink.<CypherWrite>builder()
        .setConfig(server.config())
        .setPassword(() -> password)
        .setStatements(PERSON, KNOWS, FORGET, WRONG)
        .setRetryDelays(new RetryDelays(Duration.ofMillis(PAUSE), Duration.ofMillis(PAUSE)))
        .setElementConverter((write, anyContext) -> write);
  }

  private void open(Neo4jSinkBuilder<CypherWrite> builder) throws Exception {
    writer = builder.build().createWriter(context);
  }

  private void write(CypherWrite... writes) throws Exception {
    for (CypherWrite write : Arrays.asList(writes)) {
      writer.write(write, null);
    }
  }

  private long count(CypherStatement statement) throws Exception {
    return (Long) one(answer(graph.read(statement, Map.of())), "n");
  }

  /** People so far, none while the server cannot say. */
  private long sum() {
    try {
      StoreReply<List<Map<String, Object>>> reply = reply(graph.read(PEOPLE, Map.of()));
      return reply instanceof StoreReply.Answered<List<Map<String, Object>>> answered
          ? (Long) one(answered.value(), "n")
          : 0;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
