-- Answers of models, stored before they are used: after a crash the same call finds its answer here and is
-- not paid for again. The call's id is a hash of window, stages, prompt, model and input. Answers quote what
-- was said, masked; rows are of use for as long as their window may be made again, and are removed by age.
CREATE TABLE digest_paid_calls (
  tenant_id digest_key NOT NULL,
  call_id digest_key NOT NULL,
  group_id digest_key NOT NULL,
  window_id digest_key NOT NULL,
  stages text[] NOT NULL,
  prompt_id text NOT NULL,
  prompt_version text NOT NULL,
  -- The model that was asked.
  model_id text NOT NULL,
  -- SHA-256 of everything that was sent.
  input_checksum text NOT NULL,
  answer text NOT NULL,
  truncated boolean NOT NULL,
  -- The model that answered by its own account, null when it did not say.
  answer_model_id text,
  prompt_tokens integer NOT NULL,
  answer_tokens integer NOT NULL,
  -- SHA-256 of the answer together with its key.
  checksum text NOT NULL,
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, call_id)
);

CREATE INDEX ix_paid_calls_age ON digest_paid_calls (tenant_id, stored_at);

CALL protect_tenant_table('digest_paid_calls');
