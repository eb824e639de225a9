package org.groupdigest.job.stores.graph;

import org.groupdigest.connectors.neo4j.CypherStatement;

/**
 * All Cypher of the graph; what changes comes as parameters only. A digest knows which attempt it
 * is of, and rows of an older one find nothing to change. The names stand in the state of the sink
 * and stay.
 */
final class GraphStatements {

  /** Takes the topics of a digest, with all that leads to them. */
  static final CypherStatement FORGET_TOPICS =
      CypherStatement.of(
          "forget-topics",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt <= row.attempt
          MATCH (d)-[:HAS_TOPIC]->(t:Topic {tenant_id: row.tenant_id, digest_id: row.digest_id})
          DETACH DELETE t""");

  /** Takes what people were in a digest. */
  static final CypherStatement FORGET_ROLES =
      CypherStatement.of(
          "forget-roles",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt <= row.attempt
          MATCH (:Participant {tenant_id: row.tenant_id, group_id: row.group_id})-[r:PLAYED]->(d)
          DELETE r""");

  /** Takes what a digest says of who answered whom. */
  static final CypherStatement FORGET_REPLIES =
      CypherStatement.of(
          "forget-replies",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt <= row.attempt
          MATCH (:Participant {tenant_id: row.tenant_id, group_id: row.group_id})
            -[r:REPLIED_TO {tenant_id: row.tenant_id, digest_id: row.digest_id}]->
            (:Participant {tenant_id: row.tenant_id, group_id: row.group_id})
          DELETE r""");

  static final CypherStatement DIGEST =
      CypherStatement.of(
          "digest",
          """
          UNWIND $rows AS row
          MERGE (g:Group {tenant_id: row.tenant_id, group_id: row.group_id})
          MERGE (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          ON CREATE SET d.attempt = row.attempt
          WITH row, g, d
          WHERE d.attempt <= row.attempt
          SET d.attempt = row.attempt,
            d.group_id = row.group_id,
            d.window_id = row.window_id,
            d.window_hours = row.window_hours,
            d.window_start = datetime(row.window_start),
            d.window_end = datetime(row.window_end),
            d.status = row.status,
            d.message_count = row.message_count
          MERGE (g)-[:HAS_DIGEST]->(d)""");

  static final CypherStatement TOPIC =
      CypherStatement.of(
          "topic",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt = row.attempt
          MERGE (t:Topic {tenant_id: row.tenant_id, digest_id: row.digest_id, topic_id: row.topic_id})
          SET t.title = row.title,
            t.status = row.status,
            t.priority = row.priority,
            t.message_count = row.message_count
          MERGE (d)-[:HAS_TOPIC]->(t)""");

  static final CypherStatement PLAYED =
      CypherStatement.of(
          "played",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt = row.attempt
          MERGE (p:Participant
            {tenant_id: row.tenant_id, group_id: row.group_id, username: row.username})
          MERGE (p)-[r:PLAYED]->(d)
          SET r.role = row.role, r.message_count = row.message_count""");

  static final CypherStatement DISCUSSED =
      CypherStatement.of(
          "discussed",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt = row.attempt
          MATCH (t:Topic {tenant_id: row.tenant_id, digest_id: row.digest_id, topic_id: row.topic_id})
          MERGE (p:Participant
            {tenant_id: row.tenant_id, group_id: row.group_id, username: row.username})
          MERGE (p)-[r:DISCUSSED]->(t)
          SET r.message_count = row.message_count""");

  static final CypherStatement REPLIED_TO =
      CypherStatement.of(
          "replied-to",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          WHERE d.attempt = row.attempt
          MERGE (who:Participant
            {tenant_id: row.tenant_id, group_id: row.group_id, username: row.username})
          MERGE (whom:Participant
            {tenant_id: row.tenant_id, group_id: row.group_id, username: row.replied_to})
          MERGE (who)-[r:REPLIED_TO {tenant_id: row.tenant_id, digest_id: row.digest_id}]->(whom)
          SET r.window_hours = row.window_hours, r.count = row.count""");

  /** Takes a digest, whatever its attempt. */
  static final CypherStatement REMOVE =
      CypherStatement.of(
          "remove-digest",
          """
          UNWIND $rows AS row
          MATCH (d:Digest {tenant_id: row.tenant_id, digest_id: row.digest_id})
          DETACH DELETE d""");

  /** Takes the people of a group that nothing is known of any more. */
  static final CypherStatement SWEEP_PEOPLE =
      CypherStatement.of(
          "sweep-people",
          """
          UNWIND $rows AS row
          MATCH (p:Participant {tenant_id: row.tenant_id, group_id: row.group_id})
          WHERE p.username IS NOT NULL AND NOT (p)--()
          DELETE p""");

  /** Takes a group that has no digest any more. */
  static final CypherStatement SWEEP_GROUP =
      CypherStatement.of(
          "sweep-group",
          """
          UNWIND $rows AS row
          MATCH (g:Group {tenant_id: row.tenant_id, group_id: row.group_id})
          WHERE NOT (g)-[:HAS_DIGEST]->()
          DELETE g""");

  private GraphStatements() {}

  static CypherStatement[] all() {
    return new CypherStatement[] {
      FORGET_TOPICS,
      FORGET_ROLES,
      FORGET_REPLIES,
      DIGEST,
      TOPIC,
      PLAYED,
      DISCUSSED,
      REPLIED_TO,
      REMOVE,
      SWEEP_PEOPLE,
      SWEEP_GROUP
    };
  }
}
