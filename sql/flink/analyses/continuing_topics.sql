-- Topics that went on for several digests in a row: the longest row, and when it was last seen.
SELECT
  tenant_id,
  group_id,
  window_hours,
  title,
  MAX(streak) AS longest_streak,
  SUM(message_count) AS messages,
  CAST(MAX(window_start) AS DATE) AS last_seen
FROM topics_over_time
GROUP BY tenant_id, group_id, window_hours, title
HAVING MAX(streak) > 1
ORDER BY tenant_id, longest_streak DESC, group_id, title;
