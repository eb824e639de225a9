package org.groupdigest.job.persist;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.job.persist.CrossTenantOperation.Kind;
import org.groupdigest.job.persist.CrossTenantTally.Outcome;

/** Random tries on a filled database, all drawn from one seed. */
final class CrossTenantTries {
  /** Login user that is a member of nothing. */
  static final String STRANGER_LOGIN = "stranger";

  private static final int TRIES_A_CONNECTION = 40;

  /** Insufficient privilege, also by a policy; what COPY FROM says where there are policies. */
  private static final Set<String> REFUSALS = Set.of("42501", "0A000");

  /** Who tries. */
  enum Role {
    WRITER(DigestDatabase.WRITER, ""),
    WRITER_BY_SET_ROLE(DigestDatabase.WRITER, "SET ROLE group_digest_writer"),
    READER(DigestDatabase.READER, ""),
    READER_BY_SET_ROLE(DigestDatabase.READER, "SET ROLE group_digest_reader"),
    OWNER(DigestDatabase.OWNER, ""),
    ANALYST(DigestDatabase.ANALYST, ""),
    /** May see who is a tenant: reading {@code digest_tenants} is not tried. */
    MAINTENANCE(DigestDatabase.MAINTENANCE, ""),
    OWNER_BY_SET_ROLE(DigestDatabase.OWNER, "SET ROLE group_digest_owner"),
    /** Of none of the roles. */
    STRANGER(CrossTenantTries.STRANGER_LOGIN, "");

    private final String login;
    private final String becoming;

    Role(String login, String becoming) {
      this.login = login;
      this.becoming = becoming;
    }

    /** Whether it may change tables and policies by right. */
    boolean owns() {
      return login.equals(DigestDatabase.OWNER);
    }

    /** Whether rows of all tenants are its to read. */
    boolean mayRead(String table) {
      return this == MAINTENANCE && table.equals("digest_tenants");
    }
  }

  private final DigestDatabase database;
  private final Random random;
  private final CrossTenantTally tally;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Map<String, String>> rows = new HashMap<>();

  /** Reads what tries are to know beforehand. */
  CrossTenantTries(DigestDatabase database, long seed, CrossTenantTally tally) throws SQLException {
    this.database = database;
    this.random = new Random(seed);
    this.tally = tally;
    for (String table : DigestDatabase.TABLES) {
      keys.put(table, database.column(keyOf(table)).get(0));
      rows.put(table, rowsOf(table));
    }
  }

  /**
   * Tries as often as this, or a few times more. Each role gets its share of the connections, and
   * one in eight of them is never told a tenant.
   */
  void run(int tries) throws SQLException, IOException {
    Role[] roles = Role.values();
    for (int number = 0; number * TRIES_A_CONNECTION < tries; number++) {
      boolean fresh = number / roles.length % 8 == 0;
      serve(roles[number % roles.length], fresh);
    }
  }

  private void serve(Role role, boolean fresh) throws SQLException, IOException {
    try (CrossTenantSession session = open(role)) {
      for (int i = 0; i < TRIES_A_CONNECTION; i++) {
        tryOnce(session, role, fresh ? CrossTenantSetting.FRESH : anySetting());
      }
    }
  }

  private void tryOnce(CrossTenantSession session, Role role, CrossTenantSetting setting)
      throws SQLException, IOException {
    String drawn = any(HostileIds.ALL);
    String other = anyBut(drawn, session.lasting());
    String allowed = session.arrange(setting, drawn, other, any(HostileIds.OF_NOBODY));
    // Who tries is the tenant that is set, also when it was left by an earlier user.
    String me = HostileIds.ALL.contains(allowed) ? allowed : drawn;
    CrossTenantTry one = draw(role, me, other);
    Outcome outcome = judge(session, one, allowed);
    boolean harmless = outcome == Outcome.EMPTY || outcome == Outcome.OWN;
    session.end(harmless && !one.operation().changesOwnRows());
    tally.add(role, setting, one, outcome);
  }

  private Outcome judge(CrossTenantSession session, CrossTenantTry one, String allowed)
      throws SQLException, IOException {
    List<String> tenants;
    try {
      tenants = session.run(one);
    } catch (SQLException e) {
      return REFUSALS.contains(e.getSQLState()) ? Outcome.REFUSED : leak(one, e.getSQLState());
    }
    if (one.operation().mustBeRefused()) {
      return leak(one, "not refused");
    }
    if (tenants.isEmpty()) {
      return Outcome.EMPTY;
    }
    return tenants.stream().allMatch(allowed::equals) ? Outcome.OWN : leak(one, "rows");
  }

  private Outcome leak(CrossTenantTry one, String how) {
    tally.tell(one.operation() + " on " + one.table() + ": " + how);
    return Outcome.LEAK;
  }

  private CrossTenantTry draw(Role role, String me, String other) {
    CrossTenantOperation operation = anyOperation(role);
    String table = any(DigestDatabase.TABLES);
    boolean reads = operation.kind == Kind.READ || operation.kind == Kind.COPY;
    if (reads && role.mayRead(table)) {
      return draw(role, me, other);
    }
    Map<String, String> known = rows.get(table);
    return new CrossTenantTry(
        operation,
        table,
        keys.get(table),
        me,
        other,
        known.get(me),
        known.get(other),
        random.nextBoolean());
  }

  /**
   * Every other time kinds are equally likely, so that those of few operations are tried enough.
   */
  private CrossTenantOperation anyOperation(Role role) {
    Kind kind = any(Kind.values());
    boolean anyKind = random.nextBoolean();
    return any(
        Stream.of(CrossTenantOperation.values())
            .filter(one -> anyKind || one.kind == kind || (role.owns() && kind == Kind.ESCAPE))
            .filter(one -> !role.owns() || one.kind != Kind.ESCAPE)
            .toList());
  }

  private CrossTenantSetting anySetting() {
    CrossTenantSetting[] settings = CrossTenantSetting.values();
    return settings[1 + random.nextInt(settings.length - 1)];
  }

  private String anyBut(String me, String lasting) {
    String other = any(HostileIds.ALL);
    return other.equals(me) || other.equals(lasting) ? anyBut(me, lasting) : other;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private CrossTenantSession open(Role role) throws SQLException {
    Connection connection = database.login(role.login);
    try (Statement statement = connection.createStatement()) {
      statement.execute(role.becoming);
    }
    return new CrossTenantSession(connection);
  }

  private static String keyOf(String table) {
    return "SELECT string_agg(attname, ', ') FROM pg_index"
        + " JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)"
        + " WHERE indisprimary AND indrelid = '"
        + table
        + "'::regclass";
  }

  private Map<String, String> rowsOf(String table) throws SQLException {
    List<String> tenants = database.column("SELECT tenant_id" + anyRowOf(table));
    List<String> texts = database.column("SELECT to_jsonb(r)" + anyRowOf(table));
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < tenants.size(); i++) {
      found.put(tenants.get(i), texts.get(i));
    }
    return found;
  }

  private static String anyRowOf(String table) {
    return " FROM (SELECT DISTINCT ON (tenant_id) * FROM " + table + ") r ORDER BY tenant_id";
  }
}
