-- The stores as Flink tables. ${POSTGRES_URL} names the tenant, since row-level security shows nothing without
-- one: jdbc:postgresql://host:5432/db?options=-c%20app.current_tenant=acme. Columns with JSON are left out: Flink
-- has no type for them. Times are UTC as long as the TaskManagers run in UTC.

CREATE TEMPORARY TABLE group_conversation_windows (
  tenant_id STRING,
  window_id STRING,
  group_id STRING,
  window_hours INT,
  window_start TIMESTAMP(6),
  window_end TIMESTAMP(6),
  kind STRING,
  time_zone STRING,
  group_title STRING,
  group_username STRING,
  source STRING,
  message_count INT,
  participant_count INT,
  status STRING,
  attempt INT,
  trace_id STRING,
  PRIMARY KEY (tenant_id, window_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'group_conversation_windows'
);

CREATE TEMPORARY TABLE group_digests (
  tenant_id STRING,
  digest_id STRING,
  window_id STRING,
  group_id STRING,
  window_hours INT,
  window_start TIMESTAMP(6),
  window_end TIMESTAMP(6),
  kind STRING,
  attempt INT,
  status STRING,
  status_reason STRING,
  delivery_status STRING,
  `language` STRING,
  trace_id STRING,
  message_count INT,
  participant_count INT,
  has_synthesis BOOLEAN,
  headline STRING,
  model_id STRING,
  quality DOUBLE,
  calls INT,
  prompt_tokens BIGINT,
  answer_tokens BIGINT,
  cost_micros BIGINT,
  PRIMARY KEY (tenant_id, digest_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'group_digests'
);

CREATE TEMPORARY TABLE group_digest_topics (
  tenant_id STRING,
  digest_id STRING,
  `position` INT,
  topic_id STRING,
  title STRING,
  priority STRING,
  status STRING,
  summary STRING,
  decision STRING,
  message_count INT,
  streak INT,
  owners ARRAY<STRING>,
  keywords ARRAY<STRING>,
  PRIMARY KEY (tenant_id, digest_id, `position`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'group_digest_topics'
);

CREATE TEMPORARY TABLE group_digest_participants (
  tenant_id STRING,
  digest_id STRING,
  `position` INT,
  username STRING,
  dominant_role STRING,
  message_count INT,
  PRIMARY KEY (tenant_id, digest_id, `position`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'group_digest_participants'
);

CREATE TEMPORARY TABLE group_digest_metrics (
  tenant_id STRING,
  digest_id STRING,
  metric STRING,
  `value` DOUBLE,
  PRIMARY KEY (tenant_id, digest_id, metric) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'group_digest_metrics'
);

CREATE TEMPORARY TABLE digest_delivery_log (
  tenant_id STRING,
  digest_id STRING,
  channel STRING,
  address STRING,
  group_id STRING,
  status STRING,
  parts_total INT,
  parts_sent INT,
  error_code STRING,
  created_at TIMESTAMP(6),
  updated_at TIMESTAMP(6),
  PRIMARY KEY (tenant_id, digest_id, channel, address) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'digest_delivery_log'
);

CREATE TEMPORARY TABLE ingest_ledger (
  tenant_id STRING,
  group_id STRING,
  ledger_day DATE,
  version BIGINT,
  received BIGINT,
  windowed BIGINT,
  duplicate BIGINT,
  filtered BIGINT,
  late BIGINT,
  invalid BIGINT,
  deleted BIGINT,
  repaired BIGINT,
  PRIMARY KEY (tenant_id, group_id, ledger_day) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${POSTGRES_URL}',
  'username' = '${POSTGRES_USER}',
  'password' = '${POSTGRES_PASSWORD}',
  'table-name' = 'ingest_ledger'
);
