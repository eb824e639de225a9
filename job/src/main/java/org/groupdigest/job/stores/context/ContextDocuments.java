package org.groupdigest.job.stores.context;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.contextstore.ContextDocument;
import org.groupdigest.connectors.contextstore.ContextFilter;
import org.groupdigest.connectors.contextstore.ContextStoreWrite;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;

/** Messages as documents of the context storage, and back. */
public final class ContextDocuments {

  private static final Map<String, Object> FORGOTTEN = Map.of(ContextFields.ERASED, true);

  private ContextDocuments() {}

  /** The write that makes a change. */
  public static ContextStoreWrite write(ContextChange change) {
    GroupKey group = change.group();
    String namespace = ContextNames.namespace(change.tenantId());
    return switch (change.kind()) {
      case SAID -> new ContextStoreWrite.Upsert(namespace, document(group, change.message()));
      case MESSAGE_ERASED ->
          new ContextStoreWrite.Upsert(
              namespace, forgotten(group, change.id(), change.windowHours()));
      case SENDER_ERASED ->
          forgetting(
              namespace,
              known(group)
                  .and(ContextFields.SENDER, ContextNames.sender(group, change.id()))
                  .atMost(ContextFields.POSTED_AT, change.untilMillis()));
      case WINDOW_REMOVED ->
          forgetting(namespace, known(group).and(ContextFields.WINDOW, change.id()));
    };
  }

  private static ContextStoreWrite forgetting(String namespace, ContextFilter filter) {
    return new ContextStoreWrite.Blank(namespace, filter, FORGOTTEN);
  }

  /** All documents of a group that have their text. */
  static ContextFilter known(GroupKey group) {
    return ContextFilter.where(ContextFields.GROUP, ContextNames.group(group))
        .and(ContextFields.ERASED, false);
  }

  /** The documents of a window. */
  static List<ContextDocument> of(WindowContext context) {
    GroupKey group = context.window().groupKey();
    return RememberedMessage.of(context).stream().map(said -> document(group, said)).toList();
  }

  private static ContextDocument document(GroupKey group, RememberedMessage said) {
    Map<String, Object> metadata = metadata(group, said.messageId(), said.windowHours(), false);
    metadata.put(ContextFields.WINDOW, said.windowId());
    metadata.put(ContextFields.WINDOW_END, said.windowEndMillis());
    metadata.put(ContextFields.POSTED_AT, said.postedAtMillis());
    metadata.put(ContextFields.SENDER, ContextNames.sender(group, said.senderId()));
    return new ContextDocument(
        ContextNames.document(group, said.messageId(), said.windowHours()), said.text(), metadata);
  }

  private static ContextDocument forgotten(GroupKey group, String messageId, int hours) {
    return new ContextDocument(
        ContextNames.document(group, messageId, hours),
        "",
        metadata(group, messageId, hours, true));
  }

  private static Map<String, Object> metadata(
      GroupKey group, String messageId, int hours, boolean erased) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put(ContextFields.GROUP, ContextNames.group(group));
    metadata.put(ContextFields.HOURS, hours);
    metadata.put(ContextFields.MESSAGE, messageId);
    metadata.put(ContextFields.ERASED, erased);
    return metadata;
  }

  /** Whether a document is of a group; a service whose filters do not hold is not to be used. */
  static boolean isOf(GroupKey group, ContextDocument document) {
    return ContextNames.group(group).equals(document.metadata().get(ContextFields.GROUP));
  }

  /** Whether there is something to compare with, and all that belongs to it. */
  static boolean isReadable(ContextDocument document) {
    Map<String, Object> metadata = document.metadata();
    return !document.text().isBlank()
        && Boolean.FALSE.equals(metadata.get(ContextFields.ERASED))
        && metadata.get(ContextFields.MESSAGE) instanceof String
        && metadata.get(ContextFields.POSTED_AT) instanceof Long
        && metadata.get(ContextFields.WINDOW_END) instanceof Long;
  }

  /** The message of a readable document. */
  static HistoryMessage message(ContextDocument document) {
    return new HistoryMessage(
        (String) document.metadata().get(ContextFields.MESSAGE),
        Instant.ofEpochMilli(number(document, ContextFields.POSTED_AT)),
        document.text());
  }

  /** A number of a readable document. */
  static long number(ContextDocument document, String field) {
    return (Long) document.metadata().get(field);
  }
}
