-- Why digests were blocked, how often, and the share of all digests of the tenant.
SELECT
  tenant_id,
  status,
  COUNT(*) AS digests,
  ROUND(COUNT(*) * 1.0 / MAX(total), 3) AS share
FROM (
  SELECT tenant_id, status, outcome, COUNT(*) OVER (PARTITION BY tenant_id) AS total
  FROM digest_outcomes
)
WHERE outcome = 'blocked'
GROUP BY tenant_id, status
ORDER BY tenant_id, digests DESC, status;
