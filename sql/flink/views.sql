-- What most questions start from.

CREATE TEMPORARY VIEW digest_outcomes AS
SELECT
  tenant_id,
  group_id,
  digest_id,
  window_hours,
  CAST(window_start AS DATE) AS window_day,
  window_start,
  CASE
    WHEN status = 'ready' THEN 'ready'
    WHEN status LIKE 'blocked%' THEN 'blocked'
    ELSE 'skipped'
  END AS outcome,
  status,
  status_reason,
  quality,
  message_count,
  prompt_tokens + answer_tokens AS tokens
FROM group_digests;

CREATE TEMPORARY VIEW topics_over_time AS
SELECT
  d.tenant_id,
  d.group_id,
  d.window_hours,
  d.window_start,
  t.title,
  t.priority,
  t.status,
  t.streak,
  t.message_count
FROM group_digest_topics AS t
JOIN group_digests AS d ON d.tenant_id = t.tenant_id AND d.digest_id = t.digest_id
WHERE d.kind = 'scheduled';

CREATE TEMPORARY VIEW participation AS
SELECT
  d.tenant_id,
  d.group_id,
  d.window_start,
  p.username,
  p.dominant_role,
  p.message_count
FROM group_digest_participants AS p
JOIN group_digests AS d ON d.tenant_id = p.tenant_id AND d.digest_id = p.digest_id;

CREATE TEMPORARY VIEW context_counts AS
SELECT
  d.tenant_id,
  d.group_id,
  d.window_start,
  MAX(CASE WHEN m.metric = 'context.received' THEN m.`value` END) AS received,
  MAX(CASE WHEN m.metric = 'context.duplicates' THEN m.`value` END) AS duplicates
FROM group_digest_metrics AS m
JOIN group_digests AS d ON d.tenant_id = m.tenant_id AND d.digest_id = m.digest_id
WHERE m.metric IN ('context.received', 'context.duplicates')
GROUP BY d.tenant_id, d.group_id, d.digest_id, d.window_start;
