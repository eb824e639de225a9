-- Two ways around the policy, closed for the tables that are there and, in the procedure, for later ones.
--
-- An owner holds TRUNCATE without being granted it, and TRUNCATE does not ask row-level security: the owner
-- could empty a table of all tenants. What a role owns it may grant itself again, but not by mistake.
--
-- A policy without TO counts for every role, and policies of one table are joined by OR. A role with a policy
-- of its own, such as a signed-in user's, had this one beside it, and set itself to any tenant.
DO $$
DECLARE
  protected text;
BEGIN
  FOR protected IN
    SELECT tablename FROM pg_policies
    WHERE schemaname = current_schema() AND policyname = 'current_tenant_only'
  LOOP
    EXECUTE format('REVOKE TRUNCATE ON %I FROM group_digest_owner', protected);
    EXECUTE format(
      'ALTER POLICY current_tenant_only ON %I '
      'TO group_digest_owner, group_digest_writer, group_digest_reader',
      protected);
  END LOOP;
END
$$;

CREATE OR REPLACE PROCEDURE protect_tenant_table(protected regclass)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s OWNER TO group_digest_owner', protected);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'CREATE POLICY current_tenant_only ON %s '
    'TO group_digest_owner, group_digest_writer, group_digest_reader '
    'USING (tenant_id = current_setting(''app.current_tenant'', true)) '
    'WITH CHECK (tenant_id = current_setting(''app.current_tenant'', true))',
    protected);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', protected);
  EXECUTE format('REVOKE TRUNCATE ON %s FROM group_digest_owner', protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO group_digest_writer', protected);
  EXECUTE format('GRANT SELECT ON %s TO group_digest_reader', protected);
END
$$;
