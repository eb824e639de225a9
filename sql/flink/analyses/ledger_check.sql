-- Every record received is accounted for: missing must be 0 in every row.
SELECT
  tenant_id,
  group_id,
  ledger_day,
  received,
  received - (windowed + duplicate + filtered + late + invalid + deleted) AS missing
FROM ingest_ledger
ORDER BY tenant_id, group_id, ledger_day;
