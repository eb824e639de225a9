package org.groupdigest.job.stores.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.groupdigest.connectors.neo4j.CypherStatement;
import org.groupdigest.connectors.neo4j.CypherWrite;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.stores.DigestChange;

/**
 * What becomes of a digest's part of the graph: first all goes that was known of it, then comes
 * what is known now, then go people and groups that nothing is left of. Of what was written only
 * titles of topics are in the graph.
 */
public final class GraphWrites implements ElementConverter<DigestChange, List<CypherWrite>> {

  private static final long serialVersionUID = 1L;

  @Override
  public List<CypherWrite> apply(DigestChange change, SinkWriter.Context context) {
    Rows rows = new Rows(change);
    rows.add(GraphStatements.FORGET_TOPICS);
    rows.add(GraphStatements.FORGET_ROLES);
    rows.add(GraphStatements.FORGET_REPLIES);
    if (change.isRemoval()) {
      rows.add(GraphStatements.REMOVE);
    } else {
      known(change.digest(), rows);
    }
    rows.add(GraphStatements.SWEEP_PEOPLE);
    rows.add(GraphStatements.SWEEP_GROUP);
    return rows.writes;
  }

  private static void known(DigestRecord digest, Rows rows) {
    Contributions contributions = new Contributions(digest);
    rows.add(GraphStatements.DIGEST, digestRow(digest));
    digest.topics().topics().forEach(topic -> rows.add(GraphStatements.TOPIC, topicRow(topic)));
    digest.roles().participants().stream()
        .filter(person -> person.username() != null && !person.username().isBlank())
        .forEach(person -> rows.add(GraphStatements.PLAYED, roleRow(person)));
    digest.topics().topics().forEach(topic -> discussed(topic, contributions, rows));
    contributions
        .replies()
        .forEach((reply, count) -> rows.add(GraphStatements.REPLIED_TO, row(digest, reply, count)));
  }

  private static void discussed(Topics.Topic topic, Contributions contributions, Rows rows) {
    contributions
        .authors(orEmpty(topic.messageIds()))
        .forEach(
            (author, count) ->
                rows.add(
                    GraphStatements.DISCUSSED,
                    Map.of(
                        "topic_id", topic.topicId(), "username", author, "message_count", count)));
  }

  private static Map<String, Object> digestRow(DigestRecord digest) {
    WindowRef window = digest.window();
    return Map.of(
        "window_id", window.windowId(),
        "window_hours", window.hours(),
        "window_start", window.start().toString(),
        "window_end", window.end().toString(),
        "status", digest.status().wireName(),
        "message_count", digest.messageCount());
  }

  private static Map<String, Object> topicRow(Topics.Topic topic) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("topic_id", topic.topicId());
    row.put("title", topic.title());
    row.put("status", topic.status());
    row.put("priority", topic.priority());
    row.put("message_count", topic.messageCount());
    return row;
  }

  private static Map<String, Object> roleRow(Roles.Participant person) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("username", person.username());
    row.put("role", person.dominantRole());
    row.put("message_count", orEmpty(person.messageIds()).size());
    return row;
  }

  private static Map<String, Object> row(
      DigestRecord digest, Contributions.Reply reply, int count) {
    return Map.of(
        "username", reply.who(),
        "replied_to", reply.whom(),
        "window_hours", digest.window().hours(),
        "count", count);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Rows of one change, each with the keys that every statement goes by. */
  private static final class Rows {
    private final List<CypherWrite> writes = new ArrayList<>();
    private final Map<String, Object> keys = new LinkedHashMap<>();

    Rows(DigestChange change) {
      keys.put("tenant_id", change.tenantId());
      keys.put("group_id", change.groupId());
      keys.put("digest_id", change.digestId());
      // What is gone is newer than any attempt.
      keys.put("attempt", change.isRemoval() ? Long.MAX_VALUE : change.attempt());
    }

    void add(CypherStatement statement) {
      add(statement, Map.of());
    }

    void add(CypherStatement statement, Map<String, Object> values) {
      Map<String, Object> row = new LinkedHashMap<>(keys);
      row.putAll(values);
      writes.add(CypherWrite.of(statement, row));
    }
  }
}
