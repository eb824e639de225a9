-- What became of the messages of a group and day: received = windowed + duplicate + filtered + late + invalid
-- + deleted. The counts are absolute; a row is only replaced by one of a higher version.
CREATE TABLE ingest_ledger (
  tenant_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  ledger_day date NOT NULL,
  version bigint NOT NULL,
  received bigint NOT NULL,
  windowed bigint NOT NULL,
  duplicate bigint NOT NULL,
  filtered bigint NOT NULL,
  -- Count by reason; adds up to filtered.
  filtered_by_reason jsonb NOT NULL,
  late bigint NOT NULL,
  invalid bigint NOT NULL,
  deleted bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, group_id, ledger_day)
);

CALL protect_tenant_table('ingest_ledger');
