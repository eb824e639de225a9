package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that an answer says and cites messages for.
 *
 * @param node the object it stands in
 * @param field its field in there
 * @param idsField field of the ids of its sources
 * @param pointer JSON pointer of the field
 */
record Statement(ObjectNode node, String field, String idsField, String pointer) {

  private static final String IDS = "message_ids";

  /** Fields that state something, with fields of sources of their own, where there are any. */
  private static final List<String> FIELDS = List.of("text", "action", "summary", "decision");

  /** All statements of an answer, in its order. */
  static List<Statement> in(ObjectNode answer) {
    List<Statement> found = new ArrayList<>();
    Tree.walk(answer, (pointer, object) -> collect(pointer, object, found));
    return found;
  }

  private static void collect(String pointer, ObjectNode object, List<Statement> found) {
    for (String field : FIELDS) {
      String own = field + "_" + IDS;
      String idsField = object.has(own) ? own : IDS;
      if (object.path(field).isTextual() && object.path(idsField).size() > 0) {
        found.add(new Statement(object, field, idsField, pointer + "/" + field));
      }
    }
  }

  String text() {
    return node.get(field).asText();
  }

  void say(String text) {
    node.put(field, text);
  }

  List<String> ids() {
    return ids(node, idsField);
  }

  /** The ids in a field of an object. */
  static List<String> ids(ObjectNode node, String field) {
    List<String> ids = new ArrayList<>();
    for (JsonNode id : node.path(field)) {
      ids.add(id.asText());
    }
    return ids;
  }
}
