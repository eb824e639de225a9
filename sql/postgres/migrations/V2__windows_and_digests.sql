-- The tenant comes first in every key and index: row-level security adds it to every query.
CREATE TABLE group_conversation_windows (
  tenant_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  window_hours integer NOT NULL,
  window_start timestamptz NOT NULL,
  window_end timestamptz NOT NULL,
  kind text NOT NULL,
  time_zone text NOT NULL,
  group_title text,
  group_username text,
  source text NOT NULL,
  message_count integer NOT NULL,
  participant_count integer NOT NULL,
  status text NOT NULL,
  attempt integer NOT NULL CHECK (attempt >= 1),
  trace_id text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, window_id),
  CHECK (window_end >= window_start)
);

CREATE INDEX ix_windows_group_time
  ON group_conversation_windows (tenant_id, group_id, window_hours, window_start DESC);

CREATE TABLE group_digests (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  window_hours integer NOT NULL,
  window_start timestamptz NOT NULL,
  window_end timestamptz NOT NULL,
  kind text NOT NULL,
  -- Which making of this digest the row and its children come from; it never goes down.
  attempt integer NOT NULL CHECK (attempt >= 1),
  -- SHA-256 of the digest as it was written: tells a replay of the same from another answer.
  content_sha256 text NOT NULL,
  status text NOT NULL,
  status_reason text NOT NULL,
  -- none, planned, sending, sent, failed: how far delivery has come, over all addresses.
  delivery_status text NOT NULL,
  language text NOT NULL,
  trace_id text NOT NULL,
  message_count integer NOT NULL,
  participant_count integer NOT NULL,
  -- Whether a summary was made, whatever became of it: such digests are baselines of later ones.
  has_synthesis boolean NOT NULL,
  headline text,
  model_id text NOT NULL,
  -- The weakest of the judge's scores, null without a judge: what the quality gate looks at.
  quality double precision,
  calls integer NOT NULL,
  prompt_tokens bigint NOT NULL,
  answer_tokens bigint NOT NULL,
  cost_micros bigint NOT NULL,
  html text,
  html_parts text[] NOT NULL,
  markdown text,
  plain_text text,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, digest_id),
  UNIQUE (tenant_id, window_id),
  FOREIGN KEY (tenant_id, window_id)
    REFERENCES group_conversation_windows (tenant_id, window_id) ON DELETE CASCADE
);

-- Finds the baseline of a window: the newest earlier digest of the chain.
CREATE INDEX ix_digests_chain
  ON group_digests (tenant_id, group_id, window_hours, window_start DESC)
  WHERE kind = 'scheduled' AND has_synthesis;
CREATE INDEX ix_digests_group_time ON group_digests (tenant_id, group_id, window_start DESC);
CREATE INDEX ix_digests_status ON group_digests (tenant_id, status, window_start DESC);

-- Children are keyed by their place in the digest: a title or name may occur twice, a place cannot.
CREATE TABLE group_digest_topics (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  position integer NOT NULL,
  topic_id text NOT NULL,
  title text NOT NULL,
  priority text,
  status text,
  summary text,
  decision text,
  message_count integer NOT NULL,
  -- Digests in a row that this topic is in, this one counted.
  streak integer NOT NULL,
  owners text[] NOT NULL,
  keywords text[] NOT NULL,
  message_ids text[] NOT NULL,
  thread_ids text[] NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (tenant_id, digest_id, position),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE TABLE group_digest_participants (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  position integer NOT NULL,
  username text NOT NULL,
  dominant_role text,
  -- Messages that show the role.
  message_count integer NOT NULL,
  message_ids text[] NOT NULL,
  remark text,
  roles jsonb NOT NULL,
  PRIMARY KEY (tenant_id, digest_id, position),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE TABLE group_digest_metrics (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  metric text NOT NULL,
  value double precision NOT NULL,
  PRIMARY KEY (tenant_id, digest_id, metric),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE TABLE group_digest_stage_artifacts (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  stage text NOT NULL,
  position integer NOT NULL,
  outcome text NOT NULL,
  model_id text NOT NULL,
  prompt_id text,
  prompt_version text,
  schema_version text NOT NULL,
  checksum text NOT NULL,
  boundary_integrity double precision NOT NULL,
  attempts integer NOT NULL,
  prompt_tokens integer NOT NULL,
  answer_tokens integer NOT NULL,
  notes text[] NOT NULL,
  trace_id text NOT NULL,
  stored_at timestamptz NOT NULL,
  -- json, not jsonb: it keeps the very bytes that the checksum was taken of.
  payload json NOT NULL,
  PRIMARY KEY (tenant_id, digest_id, stage),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

-- The twin of the cache key digest:{tenant}:{group}:{window}:{stage}.
CREATE UNIQUE INDEX ux_digest_stage_artifacts_stage
  ON group_digest_stage_artifacts (tenant_id, group_id, window_id, stage);

CALL protect_tenant_table('group_conversation_windows');
CALL protect_tenant_table('group_digests');
CALL protect_tenant_table('group_digest_topics');
CALL protect_tenant_table('group_digest_participants');
CALL protect_tenant_table('group_digest_metrics');
CALL protect_tenant_table('group_digest_stage_artifacts');
