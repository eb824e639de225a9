package org.groupdigest.connectors.s3;

import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/**
 * Makes the SDK's clients: no checksums that only AWS knows, a thread of their own, and no retries
 * but one, at once, of a request whose connection was closed under it: a server that refuses a
 * condition without reading the content closes the connection, which the next request may have
 * taken by then. All requests may be repeated. The SDK would share threads among clients, started
 * by whichever task comes first; its parsers look for classes through such a thread's context, and
 * Flink closes that of a task that has ended.
 */
final class S3Clients {
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(2);

  /** With more, the SDK sometimes loses that a connection was refused; only its timeout tells. */
  private static final int THREADS = 1;

  private static final int MOST_ATTEMPTS = 2;

  private S3Clients() {}

  /** The threads of one client; to be ended after it. */
  static EventLoopGroup threads() {
    return new NioEventLoopGroup(THREADS, S3Clients::thread);
  }

  /** Ends a client's threads without the quiet time for which the SDK would wait. */
  static void end(EventLoopGroup threads) {
    var unused = threads.shutdownGracefully(0, LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
  }

  static S3AsyncClient open(S3Config config, EventLoopGroup threads) {
    S3AsyncClientBuilder builder =
        S3AsyncClient.builder()
            .credentialsProvider(config.credentials().provider())
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            .httpClientBuilder(http(config, threads))
            // What comes after an answer is short, and hops to the task's thread by itself.
            .asyncConfiguration(
                settings -> settings.advancedOption(FUTURE_COMPLETION_EXECUTOR, Runnable::run))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(
                settings -> settings.retryStrategy(onceMore()).apiCallTimeout(config.timeout()));
    if (config.endpoint() != null) {
      builder.endpointOverride(config.endpoint());
    }
    return builder.build();
  }

  private static RetryStrategy onceMore() {
    return StandardRetryStrategy.builder()
        .maxAttempts(MOST_ATTEMPTS)
        .circuitBreakerEnabled(false)
        .useClientDefaults(false)
        .backoffStrategy(BackoffStrategy.retryImmediately())
        .retryOnException(S3Clients::wasCutOff)
        .build();
  }

  /** Whether a connection was closed or reset, not refused. */
  static boolean wasCutOff(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return !(cause instanceof ConnectException)
            && !(cause.getCause() instanceof ConnectException);
      }
    }
    return false;
  }

  private static NettyNioAsyncHttpClient.Builder http(S3Config config, EventLoopGroup threads) {
    Duration timeout = config.timeout();
    boolean less = timeout.compareTo(LONGEST_CONNECTING) < 0;
    return NettyNioAsyncHttpClient.builder()
        .eventLoopGroup(SdkEventLoopGroup.create(threads))
        .maxConcurrency(config.connections())
        .connectionTimeout(less ? timeout : LONGEST_CONNECTING)
        .connectionAcquisitionTimeout(timeout)
        .readTimeout(timeout)
        .writeTimeout(timeout);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "s3-client");
    thread.setDaemon(true);
    thread.setContextClassLoader(S3Clients.class.getClassLoader());
    return thread;
  }
}
