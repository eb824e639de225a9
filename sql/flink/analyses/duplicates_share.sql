-- How much of what a group writes repeats itself.
SELECT
  tenant_id,
  group_id,
  COUNT(*) AS windows,
  CAST(SUM(received) AS BIGINT) AS received,
  CAST(SUM(duplicates) AS BIGINT) AS duplicates,
  ROUND(SUM(duplicates) / NULLIF(SUM(received), 0), 3) AS share
FROM context_counts
GROUP BY tenant_id, group_id
ORDER BY tenant_id, group_id;
