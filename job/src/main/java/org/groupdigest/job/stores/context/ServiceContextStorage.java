package org.groupdigest.job.stores.context;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groupdigest.connectors.contextstore.ContextDocument;
import org.groupdigest.connectors.contextstore.ContextFilter;
import org.groupdigest.connectors.contextstore.ContextSearch;
import org.groupdigest.connectors.contextstore.ContextStoreClient;
import org.groupdigest.connectors.contextstore.FoundDocument;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.context.ContextMatch;
import org.groupdigest.job.context.ContextReply;
import org.groupdigest.job.context.ContextStorage;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;

/**
 * Context storage over HTTP: a namespace a tenant, a document a message and window size, the group
 * in the filter of every question. An answer with a document of another group or size is used in no
 * part ({@code foreign_answer}); documents that were erased or say nothing are left out. Every call
 * ends within the client's timeout.
 */
public final class ServiceContextStorage implements ContextStorage {

  /** A message is there once a window size. */
  private static final int SIZES = WindowSizes.ALL.size();

  private final ContextStoreClient client;

  /** A storage over a client, which stays its owner's. */
  public ServiceContextStorage(ContextStoreClient client) {
    this.client = client;
  }

  @Override
  public CompletionStage<ContextReply<Integer>> upsertWindowContext(WindowContext window) {
    String namespace = ContextNames.namespace(window.window().tenantId());
    List<ContextDocument> documents = ContextDocuments.of(window);
    return client
        .ensure(namespace)
        .thenCompose(
            ensured ->
                ensured instanceof StoreReply.Answered<String>
                    ? client.upsert(namespace, documents)
                    : CompletableFuture.completedFuture(ServiceContextStorage.<Integer>as(ensured)))
        .thenApply(stored -> reply(stored, Function.identity()));
  }

  /** A failure of one question as that of another. */
  private static <T> StoreReply<T> as(StoreReply<?> failure) {
    return failure instanceof StoreReply.Refused<?> refused
        ? new StoreReply.Refused<>(refused.code())
        : new StoreReply.Unavailable<>(((StoreReply.Unavailable<?>) failure).code());
  }

  @Override
  public CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
      WindowRef window, int windows, int messages) {
    if (windows < 1 || messages < 1) {
      return CompletableFuture.completedFuture(new ContextReply.Answered<>(List.of()));
    }
    ContextFilter earlier =
        ContextDocuments.known(window.groupKey())
            .and(ContextFields.HOURS, window.hours())
            .atMost(ContextFields.WINDOW_END, window.start().toEpochMilli());
    return client
        .search(
            ContextNames.namespace(window.tenantId()),
            ContextSearch.newest(earlier, ContextFields.POSTED_AT, messages))
        .thenApply(found -> checked(found, document -> isOf(window, document)))
        .thenApply(found -> reply(found, all -> latest(all, windows)));
  }

  private static boolean isOf(WindowRef window, ContextDocument document) {
    return ContextDocuments.isOf(window.groupKey(), document)
        && Long.valueOf(window.hours()).equals(document.metadata().get(ContextFields.HOURS));
  }

  /** Those of the latest windows, oldest first. */
  private static List<HistoryMessage> latest(List<FoundDocument> found, int windows) {
    Set<Long> ends =
        found.stream()
            .map(one -> ContextDocuments.number(one.document(), ContextFields.WINDOW_END))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(windows)
            .collect(Collectors.toSet());
    return found.stream()
        .map(FoundDocument::document)
        .filter(one -> ends.contains(ContextDocuments.number(one, ContextFields.WINDOW_END)))
        .map(ContextDocuments::message)
        .sorted(Comparator.comparing(HistoryMessage::postedAt))
        .toList();
  }

  @Override
  public CompletionStage<ContextReply<List<String>>> listNamespaces() {
    return client.namespaces().thenApply(names -> reply(names, Function.identity()));
  }

  @Override
  public CompletionStage<ContextReply<List<ContextMatch>>> search(
      GroupKey group, String text, int limit) {
    ContextSearch search =
        ContextSearch.like(
            text, ContextDocuments.known(group), ContextFields.POSTED_AT, limit * SIZES);
    return client
        .search(ContextNames.namespace(group.tenantId()), search)
        .thenApply(found -> checked(found, document -> ContextDocuments.isOf(group, document)))
        .thenApply(found -> reply(found, all -> matches(all, limit)));
  }

  private static List<ContextMatch> matches(List<FoundDocument> found, int limit) {
    Set<String> known = new HashSet<>();
    return found.stream()
        .filter(one -> one.score() > 0)
        .map(one -> new ContextMatch(ContextDocuments.message(one.document()), one.score()))
        .filter(match -> known.add(match.message().messageId()))
        .limit(limit)
        .toList();
  }

  /** The readable documents, if all are what was asked for. */
  private static StoreReply<List<FoundDocument>> checked(
      StoreReply<List<FoundDocument>> reply, Predicate<ContextDocument> expected) {
    if (!(reply instanceof StoreReply.Answered<List<FoundDocument>> answered)) {
      return reply;
    }
    if (!answered.value().stream().allMatch(one -> expected.test(one.document()))) {
      return new StoreReply.Refused<>("foreign_answer");
    }
    return new StoreReply.Answered<>(
        answered.value().stream()
            .filter(one -> ContextDocuments.isReadable(one.document()))
            .toList());
  }

  private static <A, B> ContextReply<B> reply(StoreReply<A> reply, Function<A, B> content) {
    if (reply instanceof StoreReply.Answered<A> answered) {
      return new ContextReply.Answered<>(content.apply(answered.value()));
    }
    return reply instanceof StoreReply.Refused<A> refused
        ? new ContextReply.Failed<>(refused.code())
        : new ContextReply.Failed<>(((StoreReply.Unavailable<A>) reply).code());
  }
}
