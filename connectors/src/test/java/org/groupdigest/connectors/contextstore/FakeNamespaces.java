package org.groupdigest.connectors.contextstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link FakeContextStore} keeps, and how it finds it. */
public final class FakeNamespaces {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]{2,}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, JsonNode>> documents = new TreeMap<>();

  FakeNamespaces() {}

  /** The namespaces that were made. */
  public synchronized Set<String> names() {
    return new TreeSet<>(documents.keySet());
  }

  /** Ids of the documents of a namespace. */
  public synchronized Set<String> ids(String namespace) {
    return new TreeSet<>(documents.getOrDefault(namespace, Map.of()).keySet());
  }

  /** A document, as {@code {"id", "text", "metadata"}}; null when it is not there. */
  public synchronized JsonNode document(String namespace, String id) {
    return documents.getOrDefault(namespace, Map.of()).get(id);
  }

  /** Everything that is kept, a document a line, to be searched for what must not be there. */
  public synchronized String dump() {
    return documents.entrySet().stream()
        .flatMap(in -> in.getValue().values().stream().map(each -> in.getKey() + " " + each))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** The texts of a namespace that are not empty. */
  public synchronized List<String> texts(String namespace) {
    return documents.getOrDefault(namespace, Map.of()).values().stream()
        .map(document -> document.get("text").textValue())
        .filter(text -> !text.isEmpty())
        .sorted()
        .toList();
  }

  /** Takes a namespace away with all that is in it. */
  public synchronized void remove(String namespace) {
    documents.remove(namespace);
  }

  synchronized void ensure(String namespace) {
    documents.computeIfAbsent(namespace, name -> new TreeMap<>());
  }

  /** Stores documents; tells whether there is such a namespace. */
  synchronized boolean upsert(String namespace, JsonNode body) {
    Map<String, JsonNode> there = documents.get(namespace);
    if (there == null) {
      return false;
    }
    body.get("documents").forEach(document -> there.put(document.get("id").asText(), document));
    return true;
  }

  synchronized ObjectNode list() {
    ObjectNode answer = JSON.createObjectNode();
    documents.keySet().forEach(answer.putArray("namespaces")::add);
    return answer;
  }

  /** What a search finds, or null without such a namespace. */
  synchronized ObjectNode search(String namespace, JsonNode search) {
    Map<String, JsonNode> there = documents.get(namespace);
    if (there == null) {
      return null;
    }
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode document : there.values()) {
      if (matches(document.get("metadata"), search)) {
        found.add(scored(document, search));
      }
    }
    String time = search.get("newest_by").asText();
    Comparator<ObjectNode> byScore = Comparator.comparingDouble(d -> -d.get("score").asDouble());
    found.sort(byScore.thenComparingLong(d -> -d.get("metadata").path(time).asLong()));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray("documents");
    found.stream().limit(search.get("limit").asInt()).forEach(list::add);
    return answer;
  }

  private static boolean matches(JsonNode metadata, JsonNode search) {
    boolean equal =
        search.get("filter").properties().stream()
            .allMatch(
                wanted ->
                    wanted.getValue().asText().equals(metadata.path(wanted.getKey()).asText())
                        && wanted.getValue().getNodeType()
                            == metadata.path(wanted.getKey()).getNodeType());
    return equal
        && search.get("at_most").properties().stream()
            .allMatch(
                bound ->
                    metadata.path(bound.getKey()).isNumber()
                        && metadata.get(bound.getKey()).asLong() <= bound.getValue().asLong());
  }

  private static ObjectNode scored(JsonNode document, JsonNode search) {
    ObjectNode found = document.deepCopy();
    boolean asked = search.get("query").isTextual();
    found.put(
        "score", asked ? cosine(search.get("query").asText(), document.get("text").asText()) : 0);
    if (!search.get("include_text").asBoolean()) {
      found.remove("text");
    }
    return found;
  }

  private static double cosine(String a, String b) {
    Map<String, Integer> left = counts(a);
    Map<String, Integer> right = counts(b);
    double dot = 0;
    for (Map.Entry<String, Integer> entry : left.entrySet()) {
      dot += entry.getValue() * (double) right.getOrDefault(entry.getKey(), 0);
    }
    double lengths = length(left) * length(right);
    return lengths == 0 ? 0 : dot / lengths;
  }

  private static double length(Map<String, Integer> counts) {
    return Math.sqrt(counts.values().stream().mapToDouble(n -> (double) n * n).sum());
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher tokens = TOKEN.matcher(text.toLowerCase(java.util.Locale.ROOT));
    while (tokens.find()) {
      counts.merge(tokens.group(), 1, Integer::sum);
    }
    return counts;
  }
}
