package org.groupdigest.connectors.qdrant;

import io.grpc.Status;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.Match;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import java.util.List;

/**
 * The filters that the fake understands: all of some field matches and upper bounds; others are
 * refused.
 */
record FakeFilter(Filter filter) {
  FakeFilter {
    if (filter.getShouldCount() + filter.getMustNotCount() > 0
        || !filter.getMustList().stream().allMatch(Condition::hasField)) {
      throw Status.UNIMPLEMENTED.asRuntimeException();
    }
  }

  boolean matches(PointStruct point) {
    return filter.getMustList().stream().allMatch(must -> matches(must, point));
  }

  private static boolean matches(Condition must, PointStruct point) {
    Value value = point.getPayloadMap().get(must.getField().getKey());
    if (value == null) {
      return false;
    }
    List<Value> values =
        value.hasListValue() ? value.getListValue().getValuesList() : List.of(value);
    return must.getField().hasRange()
        ? values.stream().anyMatch(one -> within(must.getField().getRange(), one))
        : values.stream().anyMatch(one -> equal(must.getField().getMatch(), one));
  }

  private static boolean within(Range range, Value value) {
    if (!range.hasLte() || range.hasLt() || range.hasGte() || range.hasGt()) {
      throw Status.UNIMPLEMENTED.asRuntimeException();
    }
    return (value.hasIntegerValue() && value.getIntegerValue() <= range.getLte())
        || (value.hasDoubleValue() && value.getDoubleValue() <= range.getLte());
  }

  private static boolean equal(Match match, Value value) {
    return switch (match.getMatchValueCase()) {
      case KEYWORD -> value.hasStringValue() && match.getKeyword().equals(value.getStringValue());
      case INTEGER -> value.hasIntegerValue() && match.getInteger() == value.getIntegerValue();
      case BOOLEAN -> value.hasBoolValue() && match.getBoolean() == value.getBoolValue();
      case KEYWORDS ->
          value.hasStringValue()
              && match.getKeywords().getStringsList().contains(value.getStringValue());
      default -> throw Status.UNIMPLEMENTED.asRuntimeException();
    };
  }
}
