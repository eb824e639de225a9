-- Which messages a digest was made from, without what they say: by these rows a deletion finds the digests that
-- it concerns, maintenance checks references, and the graph learns who answered whom.
CREATE TABLE group_digest_messages (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  message_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  position integer NOT NULL,
  -- Empty, as the author is, once the message is erased.
  sender_id text NOT NULL,
  author text NOT NULL,
  posted_at timestamptz NOT NULL,
  reply_to_message_id text,
  -- Which erasure it fell under: the key of group_erasures.
  erased_key text,
  PRIMARY KEY (tenant_id, digest_id, message_id),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE INDEX ix_digest_messages_message ON group_digest_messages (tenant_id, group_id, message_id);
CREATE INDEX ix_digest_messages_sender
  ON group_digest_messages (tenant_id, group_id, sender_id) WHERE erased_key IS NULL;
CREATE INDEX ix_digest_messages_erased
  ON group_digest_messages (tenant_id, group_id, erased_key) WHERE erased_key IS NOT NULL;

-- What must stay erased: a digest that is written later, or again, is held against it. The key of a message is
-- its id; that of a sender is a hash, and counts for what was posted up to requested_at.
CREATE TABLE group_erasures (
  tenant_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  erased_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'sender')),
  trace_id text NOT NULL,
  requested_at timestamptz NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, group_id, erased_key)
);

-- Digests that were removed: none is written again, and each is announced.
CREATE TABLE digest_removals (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  window_end timestamptz NOT NULL,
  reason text NOT NULL,
  trace_id text NOT NULL,
  removed_at timestamptz NOT NULL,
  announced_at timestamptz,
  PRIMARY KEY (tenant_id, digest_id)
);

CREATE INDEX ix_removals_group ON digest_removals (tenant_id, group_id, window_end);
CREATE INDEX ix_removals_open ON digest_removals (tenant_id, removed_at) WHERE announced_at IS NULL;

-- When something of it was erased; null: never.
ALTER TABLE group_digests ADD COLUMN erased_at timestamptz;

-- With a digest that is erased or removed go the answers that were paid for to make it.
CREATE INDEX ix_paid_calls_window ON digest_paid_calls (tenant_id, window_id);

-- Who is a tenant: maintenance goes from one to the next, and row-level security shows it no other table's rows
-- unless it says which.
CREATE TABLE digest_tenants (
  tenant_id digest_key PRIMARY KEY,
  first_seen_at timestamptz NOT NULL
);

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['group_digest_analyst', 'group_digest_maintenance'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS NOCREATEDB NOCREATEROLE', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
  EXECUTE format(
    'GRANT USAGE ON SCHEMA %I TO group_digest_analyst, group_digest_maintenance', current_schema());
END
$$;

CALL protect_tenant_table('group_digest_messages');
CALL protect_tenant_table('group_erasures');
CALL protect_tenant_table('digest_removals');
CALL protect_tenant_table('digest_tenants');

-- The ids of tenants alone, and only for maintenance.
CREATE POLICY maintenance_sees_tenants ON digest_tenants
  FOR SELECT TO group_digest_maintenance USING (true);
GRANT SELECT ON digest_tenants TO group_digest_maintenance;

-- Analysts: what digests say and cost, under the same policy; neither what models answered nor who was erased.
DO $$
DECLARE
  readable text;
BEGIN
  FOR readable IN
    SELECT tablename FROM pg_policies
    WHERE schemaname = current_schema() AND policyname = 'current_tenant_only'
  LOOP
    EXECUTE format(
      'ALTER POLICY current_tenant_only ON %I TO group_digest_owner, group_digest_writer, '
      'group_digest_reader, group_digest_analyst',
      readable);
  END LOOP;
END
$$;
GRANT SELECT ON group_conversation_windows, group_digests, group_digest_topics, group_digest_participants,
  group_digest_metrics, digest_delivery_log, digest_review_queue, ingest_ledger TO group_digest_analyst;

-- What digests of a tenant and day cost, by the UTC day in which their windows ended; a window up to midnight
-- belongs to the day before it. With the rights of who asks, so that row-level security holds.
CREATE VIEW digest_usage_by_day WITH (security_invoker = true) AS
  SELECT
    tenant_id,
    ((window_end - interval '1 microsecond') AT TIME ZONE 'UTC')::date AS day,
    model_id,
    count(*) AS digests,
    sum(calls) AS calls,
    sum(prompt_tokens) AS prompt_tokens,
    sum(answer_tokens) AS answer_tokens,
    sum(cost_micros) AS cost_micros
  FROM group_digests
  GROUP BY tenant_id, day, model_id;

ALTER VIEW digest_usage_by_day OWNER TO group_digest_owner;
REVOKE ALL ON digest_usage_by_day FROM PUBLIC;
GRANT SELECT ON digest_usage_by_day
  TO group_digest_writer, group_digest_reader, group_digest_analyst;

CREATE OR REPLACE PROCEDURE protect_tenant_table(protected regclass)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s OWNER TO group_digest_owner', protected);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'CREATE POLICY current_tenant_only ON %s TO group_digest_owner, group_digest_writer, '
    'group_digest_reader, group_digest_analyst '
    'USING (tenant_id = current_setting(''app.current_tenant'', true)) '
    'WITH CHECK (tenant_id = current_setting(''app.current_tenant'', true))',
    protected);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', protected);
  EXECUTE format('REVOKE TRUNCATE ON %s FROM group_digest_owner', protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO group_digest_writer', protected);
  EXECUTE format('GRANT SELECT ON %s TO group_digest_reader', protected);
END
$$;
