CREATE ROLE notes_writer NOLOGIN;

CREATE TABLE notes (
  tenant_id text NOT NULL CHECK (tenant_id <> ''),
  note text NOT NULL,
  PRIMARY KEY (tenant_id, note)
);

ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
CREATE POLICY current_tenant_only ON notes
  USING (tenant_id = current_setting('app.current_tenant', true))
  WITH CHECK (tenant_id = current_setting('app.current_tenant', true));
GRANT SELECT, INSERT ON notes TO notes_writer;
