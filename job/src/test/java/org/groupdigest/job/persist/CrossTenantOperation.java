package org.groupdigest.job.persist;

/**
 * Something that is tried on a table ({@code $t}, its key {@code $k}) to reach rows of another
 * tenant ({@code :other}, whose row as JSON is {@code :row}) than one's own ({@code :me}, {@code
 * :mine}). What gives rows gives the tenants that they belong to.
 */
enum CrossTenantOperation {
  ALL(Kind.READ, "SELECT tenant_id FROM $t"),
  WHERE_OTHER(Kind.READ, "SELECT tenant_id FROM $t WHERE tenant_id = :other"),
  WHERE_NOT_MINE(Kind.READ, "SELECT tenant_id FROM $t WHERE tenant_id <> :me OR true"),
  WHERE_LIKE(Kind.READ, "SELECT tenant_id FROM $t WHERE tenant_id LIKE '%' OR tenant_id ~ '.'"),
  JOINED(Kind.READ, "SELECT b.tenant_id FROM $t a RIGHT JOIN $t b ON a.tenant_id <> b.tenant_id"),
  JOINED_DIGESTS(
      Kind.READ, "SELECT d.tenant_id FROM $t a CROSS JOIN group_digests d WHERE a.tenant_id <> ''"),
  WITH_QUERY(
      Kind.READ, "WITH r AS MATERIALIZED (SELECT * FROM $t) SELECT tenant_id FROM r ORDER BY 1"),
  WHOLE_ROWS(Kind.READ, "SELECT to_jsonb(r) ->> 'tenant_id' FROM $t r"),
  LOCKED(Kind.READ, "SELECT tenant_id FROM $t FOR UPDATE"),
  COUNTED(
      Kind.READ,
      "SELECT :other::text FROM $t WHERE tenant_id = :other HAVING count(*) > 0 LIMIT 1"),
  COUNTED_REST(
      Kind.READ,
      "SELECT :other::text FROM $t"
          + " HAVING count(*) > count(*) FILTER (WHERE tenant_id = :me) LIMIT 1"),
  EXISTING(Kind.READ, "SELECT :other::text WHERE EXISTS (SELECT FROM $t WHERE tenant_id = :other)"),
  // Both fail on the first row of another tenant that is looked at before the policy is asked.
  DIVIDED(
      Kind.READ,
      "SELECT tenant_id FROM $t WHERE 1 / (CASE tenant_id::text WHEN :other THEN 0 ELSE 1 END) = 1"),
  TOLD(Kind.READ, "SELECT tenant_id FROM $t WHERE pg_temp.tell(tenant_id, :other)"),
  STATISTICS(
      Kind.READ,
      "SELECT concat(most_common_vals, histogram_bounds, n_distinct) FROM pg_stats"
          + " WHERE tablename = '$t'"),

  INSERT_ITS_ROW(Kind.INSERT, "INSERT INTO $t SELECT * FROM " + Sources.OTHERS),
  INSERT_FOR_IT(Kind.INSERT, "INSERT INTO $t SELECT * FROM " + Sources.MINE_FOR_OTHER),
  INSERT_RETURNING(
      Kind.INSERT, "INSERT INTO $t SELECT * FROM " + Sources.OTHERS + " RETURNING tenant_id"),
  INSERT_SELECT(
      Kind.INSERT,
      "INSERT INTO $t SELECT"
          + " (jsonb_populate_record(r, jsonb_build_object('tenant_id', :other::text))).* FROM $t r"),

  UPSERT_TAKE(
      Kind.UPSERT,
      "INSERT INTO $t SELECT * FROM "
          + Sources.OTHERS
          + " ON CONFLICT ($k) DO UPDATE SET tenant_id = :me"),
  UPSERT_OVER(
      Kind.UPSERT,
      "INSERT INTO $t SELECT * FROM "
          + Sources.OTHERS
          + " ON CONFLICT ($k) DO UPDATE SET tenant_id = EXCLUDED.tenant_id"),
  UPSERT_NOTHING(
      Kind.UPSERT, "INSERT INTO $t SELECT * FROM " + Sources.OTHERS + " ON CONFLICT DO NOTHING"),
  UPSERT_AWAY(
      Kind.UPSERT,
      "INSERT INTO $t SELECT * FROM "
          + Sources.MINE
          + " ON CONFLICT ($k) DO UPDATE SET tenant_id = :other"),

  UPDATE_GIVE_ALL(Kind.UPDATE, "UPDATE $t SET tenant_id = :other"),
  UPDATE_GIVE_MINE(Kind.UPDATE, "UPDATE $t SET tenant_id = :other WHERE tenant_id = :me"),
  UPDATE_TAKE(Kind.UPDATE, "UPDATE $t SET tenant_id = :me WHERE tenant_id = :other"),
  UPDATE_TOUCH(Kind.UPDATE, "UPDATE $t SET tenant_id = tenant_id WHERE tenant_id = :other"),
  UPDATE_ALL(Kind.UPDATE, "UPDATE $t SET tenant_id = tenant_id RETURNING tenant_id"),
  UPDATE_JOINED(
      Kind.UPDATE,
      "UPDATE $t a SET tenant_id = a.tenant_id FROM $t b"
          + " WHERE b.tenant_id = :other RETURNING b.tenant_id"),
  MERGE(
      Kind.UPDATE,
      "MERGE INTO $t t USING "
          + Sources.OTHERS
          + " s ON t.tenant_id = s.tenant_id WHEN MATCHED THEN DELETE"),

  DELETE_OTHERS(Kind.DELETE, "DELETE FROM $t WHERE tenant_id = :other"),
  DELETE_NOT_MINE(Kind.DELETE, "DELETE FROM $t WHERE tenant_id <> :me RETURNING tenant_id"),
  DELETE_ALL(Kind.DELETE, "DELETE FROM $t RETURNING tenant_id"),
  DELETE_JOINED(
      Kind.DELETE,
      "DELETE FROM $t a USING group_digests d WHERE d.tenant_id = :other RETURNING d.tenant_id"),

  TRUNCATE(Kind.TRUNCATE, "TRUNCATE $t CASCADE"),

  COPY_OUT(Kind.COPY, "COPY $t (tenant_id) TO STDOUT (FORMAT csv, FORCE_QUOTE *)"),
  COPY_QUERY(
      Kind.COPY,
      "COPY (SELECT tenant_id FROM $t WHERE tenant_id = :other OR true)"
          + " TO STDOUT (FORMAT csv, FORCE_QUOTE *)"),
  COPY_IN(Kind.COPY, "COPY $t (tenant_id) FROM STDIN (FORMAT csv)"),

  DISABLE(Kind.ESCAPE, "ALTER TABLE $t DISABLE ROW LEVEL SECURITY"),
  DO_NOT_FORCE(Kind.ESCAPE, "ALTER TABLE $t NO FORCE ROW LEVEL SECURITY"),
  DROP_POLICY(Kind.ESCAPE, "DROP POLICY current_tenant_only ON $t"),
  ADD_POLICY(Kind.ESCAPE, "CREATE POLICY everything ON $t USING (true)"),
  PROTECT_ANEW(Kind.ESCAPE, "CALL protect_tenant_table('$t')"),
  BECOME_OWNER(Kind.ESCAPE, "SET LOCAL ROLE group_digest_owner"),
  BECOME_SUPERUSER(Kind.ESCAPE, "SET LOCAL ROLE postgres"),
  BE_SUPERUSER(Kind.ESCAPE, "SET LOCAL SESSION AUTHORIZATION postgres");

  /** What is reported together. */
  enum Kind {
    READ,
    INSERT,
    UPSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    COPY,
    /** Getting rid of the policy; what the owner of a table may do anyway. */
    ESCAPE
  }

  final Kind kind;
  final String sql;

  CrossTenantOperation(Kind kind, String sql) {
    this.kind = kind;
    this.sql = sql;
  }

  /** Whether nothing but a refusal will do: these have no rows that could be one's own. */
  boolean mustBeRefused() {
    return kind == Kind.TRUNCATE || kind == Kind.ESCAPE || this == COPY_IN;
  }

  /** Whether it reaches one's own rows too, and must not be committed. */
  boolean changesOwnRows() {
    return this == UPDATE_ALL || this == DELETE_ALL || mustBeRefused();
  }

  /** Rows made of JSON that a role knows without having read them. */
  private static final class Sources {
    static final String OTHERS = "jsonb_populate_record(NULL::$t, :row::jsonb)";
    static final String MINE = "jsonb_populate_record(NULL::$t, :mine::jsonb)";
    static final String MINE_FOR_OTHER =
        "jsonb_populate_record(NULL::$t,"
            + " :mine::jsonb || jsonb_build_object('tenant_id', :other::text))";
  }
}
