-- How many of the windowed messages were damaged in their file and put right; a part of windowed.
ALTER TABLE ingest_ledger ADD COLUMN repaired bigint NOT NULL DEFAULT 0;
