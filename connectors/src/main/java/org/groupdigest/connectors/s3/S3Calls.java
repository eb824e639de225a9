package org.groupdigest.connectors.s3;

import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.groupdigest.connectors.shared.StoreException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Requests to one bucket; failures are the SDK's exceptions in the futures, never thrown. */
final class S3Calls implements AutoCloseable {
  private static final String SHA256 = "sha256";
  private static final String VERSION = "version";

  /** As many keys as one request to delete may name. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final S3AsyncClient client;
  private final EventLoopGroup threads;
  private final String bucket;

  /**
   * @param threads of the client, ended with it; null for none
   */
  S3Calls(S3AsyncClient client, EventLoopGroup threads, String bucket) {
    this.client = client;
    this.threads = threads;
    this.bucket = bucket;
  }

  static S3Calls open(S3Config config) {
    EventLoopGroup threads = S3Clients.threads();
    return new S3Calls(S3Clients.open(config, threads), threads, config.bucket());
  }

  /**
   * Stores an object. One request when the key is free; when it is not, one that looks what is
   * there, and a third one when that is to be replaced. Both writes are conditional, so that of two
   * writers the newer wins.
   */
  CompletableFuture<PutOutcome> put(S3Object object) {
    return put(object, () -> false);
  }

  /**
   * The same, for somebody who may not want it any more.
   *
   * @param givenUp asked before each write; once true, nothing is written
   */
  CompletableFuture<PutOutcome> put(S3Object object, BooleanSupplier givenUp) {
    if (!object.isIntact()) {
      return CompletableFuture.failedFuture(StoreException.refusedElement("s3", "corrupt"));
    }
    return write(object, givenUp, request -> request.ifNoneMatch("*"))
        .thenApply(written -> PutOutcome.CREATED)
        .exceptionallyCompose(
            failure ->
                hasStatus(failure, PRECONDITION_FAILED)
                    ? replace(object, givenUp, failure)
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletableFuture<PutOutcome> replace(
      S3Object object, BooleanSupplier givenUp, Throwable conflict) {
    return head(object.key())
        .thenCompose(
            there -> {
              if (there == null) {
                return CompletableFuture.failedFuture(conflict);
              }
              return there.version() > object.version()
                  ? CompletableFuture.completedFuture(PutOutcome.KEPT_NEWER)
                  : replace(object, givenUp, there);
            });
  }

  private CompletableFuture<PutOutcome> replace(
      S3Object object, BooleanSupplier givenUp, S3Stat there) {
    if (there.sha256().equals(object.sha256()) && there.version() == object.version()) {
      return CompletableFuture.completedFuture(PutOutcome.UNCHANGED);
    }
    return write(object, givenUp, request -> request.ifMatch(there.etag()))
        .thenApply(written -> PutOutcome.REPLACED);
  }

  private CompletableFuture<?> write(
      S3Object object, BooleanSupplier givenUp, Consumer<PutObjectRequest.Builder> condition) {
    return unless(
        givenUp,
        () ->
            client.putObject(
                request -> describe(request, object).applyMutation(condition),
                AsyncRequestBody.fromBytesUnsafe(object.bytes())));
  }

  private PutObjectRequest.Builder describe(PutObjectRequest.Builder request, S3Object object) {
    return request
        .bucket(bucket)
        .key(object.key())
        .contentType(object.contentType())
        .checksumSHA256(base64(object.sha256()))
        .metadata(Map.of(SHA256, object.sha256(), VERSION, Long.toString(object.version())));
  }

  private static <T> CompletableFuture<T> unless(
      BooleanSupplier givenUp, Supplier<CompletableFuture<T>> request) {
    return givenUp.getAsBoolean()
        ? CompletableFuture.failedFuture(new CancellationException("the write was given up"))
        : request.get();
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** What is known of an object, null when there is none. */
  CompletableFuture<S3Stat> head(String key) {
    return client
        .headObject(request -> request.bucket(bucket).key(key))
        .thenApply(S3Calls::stat)
        .exceptionallyCompose(S3Calls::nullIfMissing);
  }

  private static S3Stat stat(HeadObjectResponse head) {
    Map<String, String> notes = head.metadata();
    return new S3Stat(
        head.contentLength(),
        head.contentType(),
        notes.getOrDefault(SHA256, ""),
        version(notes),
        head.eTag());
  }

  private static long version(Map<String, String> notes) {
    try {
      return Long.parseLong(notes.getOrDefault(VERSION, "0"));
    } catch (NumberFormatException notOurs) {
      return 0;
    }
  }

  /** An object, null when there is none; its hash is the noted one, else that of its content. */
  CompletableFuture<S3Object> get(String key) {
    return client
        .getObject(
            request -> request.bucket(bucket).key(key),
            AsyncResponseTransformer.<GetObjectResponse>toBytes())
        .thenApply(response -> object(key, response))
        .exceptionallyCompose(S3Calls::nullIfMissing);
  }

  private static S3Object object(String key, ResponseBytes<GetObjectResponse> response) {
    GetObjectResponse head = response.response();
    byte[] bytes = response.asByteArrayUnsafe();
    String noted = head.metadata().getOrDefault(SHA256, "");
    String sha256 = Sha256.isOne(noted) ? noted : Sha256.of(bytes);
    return new S3Object(key, bytes, head.contentType(), sha256, version(head.metadata()));
  }

  /** All objects whose keys begin with a prefix. */
  CompletableFuture<List<S3Listed>> list(String prefix) {
    return list(prefix, null, new ArrayList<>());
  }

  private CompletableFuture<List<S3Listed>> list(
      String prefix, String continuation, List<S3Listed> found) {
    return page(prefix, continuation)
        .thenCompose(
            page -> {
              page.contents().forEach(o -> found.add(listed(o)));
              return page.isTruncated()
                  ? list(prefix, page.nextContinuationToken(), found)
                  : CompletableFuture.completedFuture(found);
            });
  }

  private static S3Listed listed(software.amazon.awssdk.services.s3.model.S3Object object) {
    return new S3Listed(object.key(), object.size(), object.lastModified());
  }

  private CompletableFuture<ListObjectsV2Response> page(String prefix, String continuation) {
    return client.listObjectsV2(
        request -> request.bucket(bucket).prefix(prefix).continuationToken(continuation));
  }

  /** Removes an object if it is there. */
  CompletableFuture<?> delete(String key) {
    return client.deleteObject(request -> request.bucket(bucket).key(key));
  }

  /** The same, for somebody who may not want it any more. */
  CompletableFuture<?> delete(String key, BooleanSupplier givenUp) {
    return unless(givenUp, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  /** Removes what is below a prefix and not to be kept. */
  CompletableFuture<Void> deleteOthers(S3Write.DeleteOthers deletion, BooleanSupplier givenUp) {
    return list(deletion.prefix())
        .thenCompose(
            there ->
                deleteKeys(
                    there.stream()
                        .map(S3Listed::key)
                        .filter(key -> !deletion.kept().contains(key))
                        .toList(),
                    givenUp));
  }

  private CompletableFuture<Void> deleteKeys(List<String> keys, BooleanSupplier givenUp) {
    if (keys.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    int end = Math.min(MOST_AT_ONCE, keys.size());
    return unless(givenUp, () -> deleteAtOnce(keys.subList(0, end)))
        .thenCompose(done -> deleteKeys(keys.subList(end, keys.size()), givenUp));
  }

  /** Removes all objects whose keys begin with a prefix, page by page; gives how many. */
  CompletableFuture<Long> deleteAll(String prefix) {
    return deleteAll(prefix, 0);
  }

  private CompletableFuture<Long> deleteAll(String prefix, long before) {
    // Always the first page: what it showed is gone afterwards.
    return page(prefix, null)
        .thenCompose(
            page -> {
              long removed = before + page.contents().size();
              if (page.contents().isEmpty()) {
                return CompletableFuture.completedFuture(removed);
              }
              return deleteAtOnce(page.contents().stream().map(o -> o.key()).toList())
                  .thenCompose(
                      done ->
                          page.isTruncated()
                              ? deleteAll(prefix, removed)
                              : CompletableFuture.completedFuture(removed));
            });
  }

  private CompletableFuture<DeleteObjectsResponse> deleteAtOnce(List<String> keys) {
    List<ObjectIdentifier> named =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    Delete delete = Delete.builder().objects(named).quiet(true).build();
    return client
        .deleteObjects(request -> request.bucket(bucket).delete(delete))
        .thenCompose(
            response ->
                response.hasErrors()
                    ? CompletableFuture.failedFuture(notDeleted(response))
                    : CompletableFuture.completedFuture(response));
  }

  private static Throwable notDeleted(DeleteObjectsResponse response) {
    AwsErrorDetails first =
        AwsErrorDetails.builder().errorCode(response.errors().get(0).code()).build();
    return S3Exception.builder().awsErrorDetails(first).build();
  }

  private static <T> CompletableFuture<T> nullIfMissing(Throwable failure) {
    return hasStatus(failure, NOT_FOUND)
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(failure);
  }

  private static boolean hasStatus(Throwable failure, int status) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof S3Exception answer && answer.statusCode() == status;
  }

  @Override
  public void close() {
    client.close();
    if (threads != null) {
      S3Clients.end(threads);
    }
  }
}
