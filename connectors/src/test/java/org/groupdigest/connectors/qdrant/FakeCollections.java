package org.groupdigest.connectors.qdrant;

import io.grpc.Status;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsSelector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collections in memory: a vector size each, and points in order of ids. */
public final class FakeCollections {
  private final Map<String, Collection> byName = new TreeMap<>();

  /** Names of all collections. */
  public synchronized Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** Ids of a collection's points, as text, in order. */
  public synchronized List<String> ids(String name) {
    return List.copyOf(find(name).points.keySet());
  }

  /** Everything that is kept, a point a line: what a search for leaked text looks at. */
  public synchronized String dump() {
    return byName.entrySet().stream()
        .flatMap(in -> in.getValue().points.entrySet().stream().map(p -> in.getKey() + " " + p))
        .map(line -> line.replace('\n', ' '))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  synchronized boolean exists(String name) {
    return byName.containsKey(name);
  }

  synchronized void create(String name, long vectorSize) {
    if (byName.containsKey(name)) {
      throw Status.ALREADY_EXISTS.asRuntimeException();
    }
    byName.put(name, new Collection(vectorSize, new TreeMap<>()));
  }

  /** Removes a collection. */
  public synchronized void drop(String name) {
    byName.remove(name);
  }

  synchronized void upsert(String name, List<PointStruct> points) {
    Collection collection = find(name);
    for (PointStruct point : points) {
      if (vector(point).size() != collection.vectorSize) {
        throw Status.INVALID_ARGUMENT.withDescription("vector size").asRuntimeException();
      }
      collection.points.put(point.getId().getUuid(), point);
    }
  }

  synchronized void delete(String name, PointsSelector which) {
    Collection collection = find(name);
    which.getPoints().getIdsList().forEach(id -> collection.points.remove(id.getUuid()));
    if (which.hasFilter()) {
      collection.points.values().removeIf(new FakeFilter(which.getFilter())::matches);
    }
  }

  synchronized List<PointStruct> matching(String name, Filter filter) {
    return matches(name, filter).toList();
  }

  /** The nearest first; equally near ones in order of ids. */
  synchronized List<PointStruct> nearest(
      String name, Filter filter, List<Float> vector, long limit) {
    Comparator<PointStruct> far = Comparator.comparing(point -> -cosine(vector, vector(point)));
    return matches(name, filter).sorted(far).limit(limit).toList();
  }

  private Stream<PointStruct> matches(String name, Filter filter) {
    return find(name).points.values().stream().filter(new FakeFilter(filter)::matches);
  }

  private Collection find(String name) {
    Collection found = byName.get(name);
    if (found == null) {
      throw Status.NOT_FOUND.asRuntimeException();
    }
    return found;
  }

  static List<Float> vector(PointStruct point) {
    return point.getVectors().getVector().getDense().getDataList();
  }

  static float cosine(List<Float> a, List<Float> b) {
    return (float) (dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)));
  }

  private static double dot(List<Float> a, List<Float> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += (double) a.get(i) * b.get(i);
    }
    return sum;
  }

  private record Collection(long vectorSize, Map<String, PointStruct> points) {}
}
