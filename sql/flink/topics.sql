-- The topics that the job writes, as Flink tables. Every event has the same envelope; of payloads, the fields that
-- questions are asked about. Only committed records are read.

CREATE TEMPORARY TABLE window_ready_events (
  event_id STRING,
  event_type STRING,
  tenant_id STRING,
  group_id STRING,
  trace_id STRING,
  occurred_at TIMESTAMP_LTZ(3),
  payload ROW<
    `window` ROW<
      window_id STRING, hours INT, `start` TIMESTAMP_LTZ(3), `end` TIMESTAMP_LTZ(3), kind STRING>,
    `language` STRING,
    stats ROW<
      received INT, duplicates INT, soft_linked INT, history_linked INT, trimmed INT, kept INT,
      threads INT, participants INT>>,
  WATERMARK FOR occurred_at AS occurred_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'group.window.ready',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP_SERVERS}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TEMPORARY TABLE digest_persisted_events (
  event_id STRING,
  event_type STRING,
  tenant_id STRING,
  group_id STRING,
  trace_id STRING,
  occurred_at TIMESTAMP_LTZ(3),
  payload ROW<
    digest_id STRING, window_id STRING, attempt INT, status STRING, status_reason STRING,
    window_hours INT, window_start TIMESTAMP_LTZ(3), window_end TIMESTAMP_LTZ(3), kind STRING,
    message_count INT, participant_count INT, model_id STRING, quality DOUBLE,
    prompt_tokens BIGINT, answer_tokens BIGINT>,
  WATERMARK FOR occurred_at AS occurred_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'digest.persisted',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP_SERVERS}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TEMPORARY TABLE digest_blocked_events (
  event_id STRING,
  event_type STRING,
  tenant_id STRING,
  group_id STRING,
  trace_id STRING,
  occurred_at TIMESTAMP_LTZ(3),
  payload ROW<
    digest_id STRING, window_id STRING, attempt INT, status STRING, status_reason STRING>,
  WATERMARK FOR occurred_at AS occurred_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'group.digest.blocked',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP_SERVERS}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TEMPORARY TABLE stage_completed_events (
  event_id STRING,
  event_type STRING,
  tenant_id STRING,
  group_id STRING,
  trace_id STRING,
  occurred_at TIMESTAMP_LTZ(3),
  payload ROW<
    digest_id STRING, window_id STRING, attempt INT, stage STRING, outcome STRING, model_id STRING,
    boundary_integrity DOUBLE, attempts INT, prompt_tokens INT, answer_tokens INT>,
  WATERMARK FOR occurred_at AS occurred_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'group.digest.stage.completed',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP_SERVERS}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

-- Topics may hold a digest twice after a recovery; its event id is the same then.
CREATE TEMPORARY VIEW digests_persisted_once AS
SELECT tenant_id, group_id, occurred_at, event_id, payload
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY occurred_at) AS occurrence
  FROM digest_persisted_events
)
WHERE occurrence = 1;
