-- Three group roles without a login. Which login users are members of them is the deployment's matter
-- (see README.md in the folder above). Roles live in the whole cluster, hence the two guards: a second
-- database finds them there, and two databases may be migrated at the same moment.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['group_digest_owner', 'group_digest_writer', 'group_digest_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS NOCREATEDB NOCREATEROLE', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;

  -- Whoever migrates hands the tables over to the owner, which only a member of that role may do.
  IF NOT pg_has_role(current_user, 'group_digest_owner', 'SET') THEN
    EXECUTE format('GRANT group_digest_owner TO %I', current_user);
  END IF;

  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO group_digest_owner', current_schema());
  EXECUTE format(
    'GRANT USAGE ON SCHEMA %I TO group_digest_writer, group_digest_reader', current_schema());
END
$$;

-- What every table of a tenant gets, in one place, so that no table can be forgotten by half. FORCE binds
-- the owner too. TRUNCATE is granted to nobody: it does not ask row-level security.
CREATE PROCEDURE protect_tenant_table(protected regclass)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s OWNER TO group_digest_owner', protected);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'CREATE POLICY current_tenant_only ON %s '
    'USING (tenant_id = current_setting(''app.current_tenant'', true)) '
    'WITH CHECK (tenant_id = current_setting(''app.current_tenant'', true))',
    protected);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO group_digest_writer', protected);
  EXECUTE format('GRANT SELECT ON %s TO group_digest_reader', protected);
END
$$;

REVOKE ALL ON PROCEDURE protect_tenant_table(regclass) FROM PUBLIC;

-- Ids are text of 1 to 128 characters. That an empty tenant is impossible matters twice: a pooled connection
-- whose transaction has ended reads the setting as an empty string.
CREATE DOMAIN digest_key AS text CHECK (char_length(VALUE) BETWEEN 1 AND 128);
