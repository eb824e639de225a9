package org.groupdigest.connectors.s3;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The SDK's client with answers that were written before, for races that no server plays twice. */
final class ScriptedS3 implements S3AsyncClient {
  final List<Object> requests = new ArrayList<>();
  private final Queue<Object> answers = new ArrayDeque<>();
  boolean closed;

  /** The next answers: a response, an HTTP status as a failure, or a response to come. */
  ScriptedS3 answering(Object... next) {
    answers.addAll(List.of(next));
    return this;
  }

  @Override
  public CompletableFuture<PutObjectResponse> putObject(
      PutObjectRequest request, AsyncRequestBody body) {
    return next(request, PutObjectResponse.class);
  }

  @Override
  public CompletableFuture<HeadObjectResponse> headObject(HeadObjectRequest request) {
    return next(request, HeadObjectResponse.class);
  }

  @Override
  public CompletableFuture<ListObjectsV2Response> listObjectsV2(ListObjectsV2Request request) {
    return next(request, ListObjectsV2Response.class);
  }

  @Override
  public CompletableFuture<DeleteObjectResponse> deleteObject(DeleteObjectRequest request) {
    return next(request, DeleteObjectResponse.class);
  }

  @Override
  public CompletableFuture<DeleteObjectsResponse> deleteObjects(DeleteObjectsRequest request) {
    return next(request, DeleteObjectsResponse.class);
  }

  private <T> CompletableFuture<T> next(Object request, Class<T> type) {
    requests.add(request);
    Object answer = answers.remove();
    if (answer instanceof CompletableFuture<?> later) {
      return later.thenApply(type::cast);
    }
    return answer instanceof Integer status
        ? CompletableFuture.failedFuture(S3Exception.builder().statusCode(status).build())
        : CompletableFuture.completedFuture(type.cast(answer));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    closed = true;
  }
}
