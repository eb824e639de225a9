package org.groupdigest.connectors.sink;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * Lets batches out of the buffer until too many changes wait for the store. Flink's own strategy
 * slows down after failures by holding the task's thread, and with it every checkpoint of the job;
 * here the pace is the sender's business.
 */
final class OutstandingLimit implements RateLimitingStrategy {
  private final int mostEntries;
  private final int batchSize;
  private int outstanding;

  OutstandingLimit(int mostEntries, int batchSize) {
    this.mostEntries = mostEntries;
    this.batchSize = batchSize;
  }

  @Override
  public void registerInFlightRequest(RequestInfo request) {
    outstanding += request.getBatchSize();
  }

  @Override
  public void registerCompletedRequest(ResultInfo result) {
    outstanding -= result.getBatchSize();
  }

  @Override
  public boolean shouldBlock(RequestInfo request) {
    return outstanding > 0 && outstanding + request.getBatchSize() > mostEntries;
  }

  @Override
  public int getMaxBatchSize() {
    return batchSize;
  }
}
