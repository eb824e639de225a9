-- The judge's weakest score of each digest, its mean over the last seven and the change to the one before.
SELECT
  tenant_id,
  group_id,
  window_hours,
  window_day,
  quality,
  ROUND(AVG(quality) OVER (
    PARTITION BY tenant_id, group_id, window_hours ORDER BY window_start
    ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 3) AS mean_of_seven,
  ROUND(quality - LAG(quality) OVER (
    PARTITION BY tenant_id, group_id, window_hours ORDER BY window_start), 3) AS change
FROM digest_outcomes
WHERE quality IS NOT NULL
ORDER BY tenant_id, group_id, window_hours, window_day;
