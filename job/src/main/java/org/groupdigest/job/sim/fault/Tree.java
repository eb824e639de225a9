package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiConsumer;

/** Walks through answers. */
final class Tree {

  private Tree() {}

  /** Shows every object of an answer, outer ones first, with its JSON pointer. */
  static void walk(ObjectNode answer, BiConsumer<String, ObjectNode> visitor) {
    visit("", answer, visitor);
  }

  private static void visit(String at, JsonNode node, BiConsumer<String, ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(at, object);
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        visit(at + "/" + field.getKey(), field.getValue(), visitor);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(at + "/" + i, node.get(i), visitor);
      }
    }
  }
}
