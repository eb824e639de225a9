-- Supabase: a signed-in user is the tenant and reads its own rows. Beside the policy of the service, which
-- writes with its own login user and app.current_tenant. Run after the migrations, by adding this folder to
-- the locations; it needs what Supabase brings, the role authenticated and the function auth.uid(). Supabase
-- grants everything on every new table to its roles, TRUNCATE included: that is taken back first.
DO $$
DECLARE
  protected text;
  visitor text;
BEGIN
  FOREACH protected IN ARRAY ARRAY[
    'group_conversation_windows', 'group_digests', 'group_digest_topics', 'group_digest_participants',
    'group_digest_metrics', 'group_digest_stage_artifacts', 'digest_delivery_log',
    'digest_review_queue', 'ingest_ledger', 'digest_paid_calls', 'group_digest_messages',
    'group_erasures', 'digest_removals', 'digest_tenants'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS signed_in_user_only ON %I', protected);
    EXECUTE format(
      'CREATE POLICY signed_in_user_only ON %I FOR SELECT TO authenticated '
      'USING (tenant_id = (SELECT auth.uid())::text)', protected);
    FOR visitor IN SELECT rolname FROM pg_roles WHERE rolname IN ('anon', 'authenticated') LOOP
      EXECUTE format('REVOKE ALL ON %I FROM %I', protected, visitor);
    END LOOP;
    EXECUTE format('GRANT SELECT ON %I TO authenticated', protected);
  END LOOP;
  FOR visitor IN SELECT rolname FROM pg_roles WHERE rolname IN ('anon', 'authenticated') LOOP
    EXECUTE format('REVOKE ALL ON digest_usage_by_day FROM %I', visitor);
  END LOOP;
  GRANT SELECT ON digest_usage_by_day TO authenticated;
END
$$;
