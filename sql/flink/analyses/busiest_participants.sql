-- The five participants of each group with the most messages that showed their role, and the role they had most.
SELECT tenant_id, group_id, place, username, messages, digests, role
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY tenant_id, group_id ORDER BY messages DESC, username) AS place
  FROM (
    SELECT
      tenant_id,
      group_id,
      username,
      SUM(messages) AS messages,
      SUM(digests) AS digests,
      MAX(CASE WHEN rank_of_role = 1 THEN dominant_role END) AS role
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY tenant_id, group_id, username
          ORDER BY digests DESC, dominant_role) AS rank_of_role
      FROM (
        SELECT
          tenant_id,
          group_id,
          username,
          dominant_role,
          SUM(message_count) AS messages,
          COUNT(*) AS digests
        FROM participation
        GROUP BY tenant_id, group_id, username, dominant_role
      )
    )
    GROUP BY tenant_id, group_id, username
  )
)
WHERE place <= 5
ORDER BY tenant_id, group_id, place;
