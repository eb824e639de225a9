package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackITCase {

  private static final int SEVEN_MIB = 7 * 1024 * 1024;

  @TempDir Path temporary;

  @Test
  void allServersServeStopAndKeepTheirDataForTheNextStart() throws Exception {
    Path folder = temporary.resolve("folder with spaces");
    List<Integer> ports;
    try (LocalStack stack = LocalStack.builder().folder(folder).start()) {
      ports = ports(stack);
      assertThat(ports).doesNotHaveDuplicates();
      assertThat(folder.resolve("stack.json"))
          .content()
          .contains(
              stack.kafka().bootstrapServers(), stack.postgres().jdbcUrl(), stack.redis().uri());
      createTopic(stack, "kept");
      execute(stack, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('ЁЖ')");
      assertThat(redis(stack, "SET key value\r\n")).isEqualTo("+OK");
    }
    assertThat(ports).allMatch(Ports::isFree);
    assertThat(folder.resolve("stack.json")).doesNotExist();
    assertThat(serverProcesses(folder)).isEmpty();

    try (LocalStack again = LocalStack.builder().folder(folder).start()) {
      assertThat(topics(again)).contains("kept");
      assertThat(query(again, "SELECT lower(word) FROM kept")).isEqualTo("ёж");
      assertThat(redis(again, "GET key\r\n")).isEqualTo("$-1");
    }
  }

  @Test
  void kafkaCommitsTransactionsAndTakesRecordsOfSevenMebibytes() throws Exception {
    try (LocalStack stack =
            LocalStack.builder()
                .folder(temporary)
                .services(EnumSet.of(Service.KAFKA))
                .shutdownHook(false)
                .start();
        KafkaProducer<byte[], byte[]> producer = transactional(stack)) {
      createTopic(stack, "large");
      producer.initTransactions();
      producer.beginTransaction();
      var sent = producer.send(new ProducerRecord<>("large", new byte[SEVEN_MIB]));
      producer.commitTransaction();
      assertThat(sent.get().offset()).isZero();
    }
  }

  @Test
  void aPortThatIsTakenIsNamedAndNothingStaysBehind() {
    try (LocalStack first = redisOnly(temporary.resolve("first")).start()) {
      int taken = first.redis().port();
      assertThatThrownBy(
              () -> redisOnly(temporary.resolve("second")).port(Service.REDIS, taken).start())
          .isInstanceOfSatisfying(
              LocalStackException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.PORT_IN_USE))
          .hasMessageContaining("port " + taken + " for Redis is taken");
      assertThat(temporary.resolve("second").resolve("stack.json")).doesNotExist();
    }
  }

  @Test
  void aFolderBelongsToOneStackAtATime() {
    try (LocalStack first = redisOnly(temporary).start()) {
      assertThatThrownBy(() -> redisOnly(temporary).start())
          .isInstanceOfSatisfying(
              LocalStackException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.FOLDER_IN_USE));
      assertThat(redisUp(first)).isTrue();
    }
  }

  @Test
  void postgresRunsTheCallersSetUpAtEveryStart() throws Exception {
    LocalStackBuilder builder =
        LocalStack.builder()
            .folder(temporary)
            .services(EnumSet.of(Service.POSTGRES))
            .postgresSetUp(
                List.of(
                    "CREATE TABLE IF NOT EXISTS starts (at timestamptz DEFAULT now())",
                    "INSERT INTO starts DEFAULT VALUES"));
    builder.start().close();
    try (LocalStack again = builder.start()) {
      assertThat(query(again, "SELECT count(*) FROM starts")).isEqualTo("2");
      assertThat(query(again, "SHOW server_version")).startsWith("17.");
      assertThatThrownBy(again::kafka).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aStartThatWasCutOffIsMadeGoodByTheNext() throws Exception {
    Path data = Files.createDirectories(temporary.resolve("postgres/data/base"));
    Files.writeString(data.resolveSibling("postgresql.conf"), "half a file");
    LocalStackBuilder builder =
        LocalStack.builder().folder(temporary).services(EnumSet.of(Service.POSTGRES));
    try (LocalStack stack = builder.start()) {
      assertThat(query(stack, "SELECT current_database()")).isEqualTo("digest");
    }
  }

  @Test
  void anInterruptedStartLeavesNoServerBehind() {
    Progress interrupting =
        new Progress() {
          private final Thread starter = Thread.currentThread();

          @Override
          public void started(String step) {
            if (step.equals("Postgres")) {
              starter.interrupt();
            }
          }

          @Override
          public void finished(String step, Duration took) {}
        };
    assertThatThrownBy(() -> LocalStack.builder().folder(temporary).progress(interrupting).start())
        .isInstanceOfSatisfying(
            LocalStackException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.CLOSED_WHILE_STARTING));
    assertThat(Thread.interrupted()).isTrue();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(serverProcesses(temporary)).isEmpty());
  }

  @Test
  void progressHearsOfEachServer() {
    Collection<String> heard = new ConcurrentLinkedQueue<>();
    Progress progress =
        new Progress() {
          @Override
          public void started(String step) {
            heard.add(step + " started");
          }

          @Override
          public void finished(String step, Duration took) {
            assertThat(took).isPositive();
            heard.add(step + " finished");
          }
        };
    redisOnly(temporary).progress(progress).start().close();
    assertThat(heard).containsExactly("Redis started", "Redis finished");
  }

  @Test
  void closingTwiceIsHarmless() {
    LocalStack stack = redisOnly(temporary).start();
    stack.close();
    stack.close();
    assertThat(serverProcesses(temporary)).isEmpty();
  }

  private static LocalStackBuilder redisOnly(Path folder) {
    return LocalStack.builder().folder(folder).services(EnumSet.of(Service.REDIS));
  }

  private static List<Integer> ports(LocalStack stack) {
    return List.of(stack.kafka().port(), stack.postgres().port(), stack.redis().port());
  }

  private static Stream<ProcessHandle> serverProcesses(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
        .filter(p -> p.pid() != ProcessHandle.current().pid());
  }

  private static Admin admin(LocalStack stack) {
    return Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()));
  }

  private static void createTopic(LocalStack stack, String name) throws Exception {
    try (Admin admin = admin(stack)) {
      admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
    }
  }

  private static Collection<String> topics(LocalStack stack) throws Exception {
    try (Admin admin = admin(stack)) {
      return admin.listTopics().names().get();
    }
  }

  private static KafkaProducer<byte[], byte[]> transactional(LocalStack stack) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            stack.kafka().bootstrapServers(),
            "transactional.id",
            "test",
            "max.request.size",
            KafkaConfiguration.MAX_MESSAGE_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static Connection connect(LocalStack stack) throws Exception {
    return DriverManager.getConnection(stack.postgres().jdbcUrl(), LocalPostgres.SUPERUSER, "");
  }

  private static void execute(LocalStack stack, String... statements) throws Exception {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String query(LocalStack stack, String sql) throws Exception {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static boolean redisUp(LocalStack stack) {
    return Loopback.answers(stack.redis().port(), socket -> true);
  }

  private static String redis(LocalStack stack, String command) throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(Loopback.at(stack.redis().port()));
      socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }
}
