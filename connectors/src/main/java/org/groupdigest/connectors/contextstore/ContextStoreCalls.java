package org.groupdigest.connectors.contextstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.groupdigest.connectors.shared.OneShotBody;
import org.groupdigest.connectors.shared.StoreException;

/**
 * The four requests, each sent once within a time; they fail with what {@link ContextStoreFailures}
 * sorts. What cannot be sent fails as refused.
 */
final class ContextStoreCalls implements AutoCloseable {
  private static final String NAMESPACES = "namespaces";
  private static final String DOCUMENTS = "documents";

  private final HttpUrl base;
  private final String authorization;
  private final ContextStoreHttp http;

  /**
   * Does not connect yet.
   *
   * @param apiKey bearer key, empty for none
   * @throws StoreException {@code bad_key} when no header can carry it
   */
  ContextStoreCalls(ContextStoreConfig config, String apiKey) {
    if (!apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw StoreException.misconfigured(ContextStoreFailures.STORE, "bad_key");
    }
    this.base = HttpUrl.get(config.url());
    this.authorization = apiKey.isEmpty() ? null : "Bearer " + apiKey;
    this.http = new ContextStoreHttp(config);
  }

  /** {@code PUT /namespaces/{ns}}: there is such a namespace afterwards. */
  CompletableFuture<Void> ensure(String namespace, Duration timeout) {
    return at(NAMESPACES, namespace)
        .thenCompose(url -> http.send(to(url).put(body(ContextStoreJson.empty())).build(), timeout))
        .thenApply(done -> null);
  }

  /** {@code POST /namespaces/{ns}/documents}: these documents are there afterwards. */
  CompletableFuture<Void> upsert(
      String namespace, List<ContextDocument> documents, Duration timeout) {
    return at(NAMESPACES, namespace, DOCUMENTS)
        .thenCompose(
            url ->
                http.send(
                    to(url).post(body(ContextStoreJson.documents(documents))).build(), timeout))
        .thenApply(done -> null);
  }

  /** {@code POST /namespaces/{ns}/documents/search}. */
  CompletableFuture<List<FoundDocument>> search(
      String namespace, ContextSearch search, Duration timeout) {
    return at(NAMESPACES, namespace, DOCUMENTS, "search")
        .thenCompose(
            url -> http.send(to(url).post(body(ContextStoreJson.search(search))).build(), timeout))
        .thenApply(ContextStoreJson::found);
  }

  /** {@code GET /namespaces}. */
  CompletableFuture<List<String>> namespaces(Duration timeout) {
    return at(NAMESPACES)
        .thenCompose(url -> http.send(to(url).build(), timeout))
        .thenApply(ContextStoreJson::namespaces);
  }

  /**
   * An address below the base. A name that would not be read back from its place, such as two dots
   * or nothing, is refused.
   */
  private CompletableFuture<HttpUrl> at(String... segments) {
    HttpUrl.Builder builder = base.newBuilder();
    for (String segment : segments) {
      builder.addPathSegment(segment);
    }
    HttpUrl url = builder.build();
    List<String> path = url.pathSegments();
    int from = Math.max(0, path.size() - segments.length);
    List<String> wanted = List.of(segments);
    if (wanted.contains("") || !path.subList(from, path.size()).equals(wanted)) {
      return CompletableFuture.failedFuture(
          StoreException.refusedElement(ContextStoreFailures.STORE, "bad_namespace"));
    }
    return CompletableFuture.completedFuture(url);
  }

  private static OneShotBody body(JsonNode tree) {
    return OneShotBody.json(tree.toString());
  }

  private Request.Builder to(HttpUrl url) {
    Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  @Override
  public void close() {
    http.close();
  }
}
