package org.groupdigest.connectors.qdrant;

import io.qdrant.client.ConditionFactory;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.ValueFactory;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsIdsList;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.PointsUpdateOperation;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.DeletePoints;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.PointStructList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Between our records and the messages of Qdrant's protocol. */
final class QdrantMessages {
  private QdrantMessages() {}

  /** The same changes in the same order; neighbouring points become one operation. */
  static List<PointsUpdateOperation> operations(List<QdrantWrite> writes) {
    List<PointsUpdateOperation> operations = new ArrayList<>();
    PointStructList.Builder points = PointStructList.newBuilder();
    for (QdrantWrite write : writes) {
      if (write instanceof QdrantWrite.Upsert upsert) {
        points.addPoints(point(upsert.point()));
      } else {
        addUpsert(points, operations);
        points.clear();
        operations.add(deletion(selector(write)));
      }
    }
    addUpsert(points, operations);
    return operations;
  }

  private static void addUpsert(
      PointStructList.Builder points, List<PointsUpdateOperation> operations) {
    if (points.getPointsCount() > 0) {
      operations.add(PointsUpdateOperation.newBuilder().setUpsert(points.build()).build());
    }
  }

  private static PointsUpdateOperation deletion(PointsSelector selector) {
    return PointsUpdateOperation.newBuilder()
        .setDeletePoints(DeletePoints.newBuilder().setPoints(selector))
        .build();
  }

  private static PointsSelector selector(QdrantWrite write) {
    if (write instanceof QdrantWrite.DeleteMatching matching) {
      return PointsSelector.newBuilder().setFilter(filter(matching.filter())).build();
    }
    PointsIdsList.Builder ids = PointsIdsList.newBuilder();
    ((QdrantWrite.DeleteIds) write).ids().forEach(id -> ids.addIds(PointIdFactory.id(id)));
    return PointsSelector.newBuilder().setPoints(ids).build();
  }

  private static PointStruct point(QdrantPoint point) {
    return PointStruct.newBuilder()
        .setId(PointIdFactory.id(point.id()))
        .setVectors(VectorsFactory.vectors(point.vector()))
        .putAllPayload(values(point.payload()))
        .build();
  }

  static Filter filter(QdrantFilter filter) {
    Filter.Builder all = Filter.newBuilder();
    filter.must().forEach((key, value) -> all.addMust(condition(key, value)));
    filter.atMost().forEach((key, largest) -> all.addMust(bound(key, largest)));
    return all.build();
  }

  private static Condition bound(String key, long largest) {
    return ConditionFactory.range(key, Range.newBuilder().setLte((double) largest).build());
  }

  private static Condition condition(String key, Object value) {
    if (value instanceof Long whole) {
      return ConditionFactory.match(key, whole);
    }
    if (value instanceof Boolean truth) {
      return ConditionFactory.match(key, truth);
    }
    if (value instanceof List<?> texts) {
      return ConditionFactory.matchKeywords(key, texts.stream().map(String.class::cast).toList());
    }
    return ConditionFactory.matchKeyword(key, (String) value);
  }

  private static Map<String, Value> values(Map<String, Object> payload) {
    Map<String, Value> values = new LinkedHashMap<>();
    payload.forEach((key, value) -> values.put(key, value(value)));
    return values;
  }

  private static Value value(Object plain) {
    if (plain instanceof String text) {
      return ValueFactory.value(text);
    }
    if (plain instanceof Long whole) {
      return ValueFactory.value(whole);
    }
    if (plain instanceof Double number) {
      return ValueFactory.value(number);
    }
    if (plain instanceof Boolean truth) {
      return ValueFactory.value(truth);
    }
    if (plain instanceof Collection<?> items) {
      return ValueFactory.list(items.stream().map(QdrantMessages::value).toList());
    }
    return ValueFactory.nullValue();
  }

  static StoredPoint stored(PointId id, Map<String, Value> payload) {
    Map<String, Object> plain = new LinkedHashMap<>();
    payload.forEach((key, value) -> plain.put(key, plain(value)));
    return new StoredPoint(UUID.fromString(id.getUuid()), Collections.unmodifiableMap(plain));
  }

  private static Object plain(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INTEGER_VALUE -> value.getIntegerValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BOOL_VALUE -> value.getBoolValue();
      case LIST_VALUE -> plainList(value);
      default -> null;
    };
  }

  private static List<Object> plainList(Value list) {
    List<Object> plain = new ArrayList<>();
    list.getListValue().getValuesList().forEach(item -> plain.add(plain(item)));
    return Collections.unmodifiableList(plain);
  }
}
