-- One row a digest and address. It is claimed (planned) in the digest's own transaction, before anything is
-- sent, and settled afterwards: what is sending or sent is never planned again.
CREATE TABLE digest_delivery_log (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  delivery_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  attempt integer NOT NULL CHECK (attempt >= 1),
  status text NOT NULL
    CHECK (status IN ('planned', 'sending', 'sent', 'failed', 'withdrawn')),
  parts_total integer NOT NULL CHECK (parts_total >= 1),
  parts_sent integer NOT NULL DEFAULT 0 CHECK (parts_sent BETWEEN 0 AND parts_total),
  -- What the channel answered, a part each, such as its message id.
  receipts jsonb NOT NULL DEFAULT '[]',
  error_code text,
  trace_id text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, digest_id, channel, address),
  UNIQUE (tenant_id, delivery_id),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE INDEX ix_delivery_open
  ON digest_delivery_log (tenant_id, status, created_at)
  WHERE status IN ('planned', 'sending');

-- Digests that a person must look at before they go out.
CREATE TABLE digest_review_queue (
  tenant_id digest_key NOT NULL,
  digest_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  attempt integer NOT NULL CHECK (attempt >= 1),
  reason text NOT NULL,
  quality double precision,
  status text NOT NULL
    CHECK (status IN ('open', 'approved', 'rejected', 'superseded')),
  reviewer text,
  remark text,
  trace_id text NOT NULL,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  PRIMARY KEY (tenant_id, digest_id),
  FOREIGN KEY (tenant_id, digest_id)
    REFERENCES group_digests (tenant_id, digest_id) ON DELETE CASCADE
);

CREATE INDEX ix_review_open ON digest_review_queue (tenant_id, created_at) WHERE status = 'open';

CALL protect_tenant_table('digest_delivery_log');
CALL protect_tenant_table('digest_review_queue');
