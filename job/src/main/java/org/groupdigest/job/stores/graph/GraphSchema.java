package org.groupdigest.job.stores.graph;

import org.groupdigest.connectors.neo4j.CypherStatement;

/** Keys of the nodes, the tenant first in each, and the way to what a digest says of replies. */
final class GraphSchema {

  private static final CypherStatement GROUP =
      CypherStatement.of(
          "group-key",
          """
          CREATE CONSTRAINT group_key IF NOT EXISTS
          FOR (g:Group) REQUIRE (g.tenant_id, g.group_id) IS UNIQUE""");

  private static final CypherStatement DIGEST =
      CypherStatement.of(
          "digest-key",
          """
          CREATE CONSTRAINT digest_key IF NOT EXISTS
          FOR (d:Digest) REQUIRE (d.tenant_id, d.digest_id) IS UNIQUE""");

  private static final CypherStatement TOPIC =
      CypherStatement.of(
          "topic-key",
          """
          CREATE CONSTRAINT topic_key IF NOT EXISTS
          FOR (t:Topic) REQUIRE (t.tenant_id, t.digest_id, t.topic_id) IS UNIQUE""");

  private static final CypherStatement PARTICIPANT =
      CypherStatement.of(
          "participant-key",
          """
          CREATE CONSTRAINT participant_key IF NOT EXISTS
          FOR (p:Participant) REQUIRE (p.tenant_id, p.group_id, p.username) IS UNIQUE""");

  private static final CypherStatement REPLIES =
      CypherStatement.of(
          "replies-of-digest",
          """
          CREATE INDEX replies_of_digest IF NOT EXISTS
          FOR ()-[r:REPLIED_TO]-() ON (r.tenant_id, r.digest_id)""");

  private GraphSchema() {}

  static CypherStatement[] all() {
    return new CypherStatement[] {GROUP, DIGEST, TOPIC, PARTICIPANT, REPLIES};
  }
}
