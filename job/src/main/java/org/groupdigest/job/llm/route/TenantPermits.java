package org.groupdigest.job.llm.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leave to have an HTTP request in flight: so many in this process, and so many for one tenant.
 * Tenants that wait are served in turn, the requests of one tenant in the order they came, so that
 * a tenant with a thousand requests delays another by one. Thread-safe; never blocks; callbacks run
 * outside the lock. Memory: tenants that hold or wait for a permit.
 */
public final class TenantPermits {

  /** Leave for one request; must be closed when the request is over. */
  public final class Permit implements AutoCloseable {

    private final TenantQueue tenant;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Permit(TenantQueue tenant) {
      this.tenant = tenant;
    }

    /** Gives it back; the second time does nothing. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(tenant);
      }
    }
  }

  private final int perTenant;
  private final Clock clock;
  private final Scheduler scheduler;
  private final Map<String, TenantQueue> tenants = new HashMap<>();

  /** Tenants that wait and are below their bound, each once, the next to be served first. */
  private final Deque<TenantQueue> turns = new ArrayDeque<>();

  private final Queue<Waiter> served = new ConcurrentLinkedQueue<>();
  private final AtomicInteger deliveries = new AtomicInteger();
  private int free;

  /**
   * @param total permits of this process
   * @param perTenant permits of one tenant at most
   * @param clock says when a deadline has passed
   * @param scheduler ends waiting at the deadline
   */
  public TenantPermits(int total, int perTenant, Clock clock, Scheduler scheduler) {
    this.free = total;
    this.perTenant = perTenant;
    this.clock = clock;
    this.scheduler = scheduler;
  }

  /**
   * Waits for a permit.
   *
   * @param deadline when waiting ends
   * @return a permit, or nothing when the deadline passed first
   */
  public CompletionStage<Optional<Permit>> acquire(String tenantId, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isNegative() || left.isZero()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Waiter waiter = new Waiter(tenantId);
    enqueue(waiter);
    deliver();
    if (!waiter.result.isDone()) {
      limit(waiter, left);
    }
    return waiter.result;
  }

  private void limit(Waiter waiter, Duration left) {
    try {
      Scheduler.Task timeout = scheduler.after(left, () -> leave(waiter));
      CompletionStage<Optional<Permit>> result = waiter.result;
      result.whenComplete((permit, error) -> timeout.cancel());
    } catch (RejectedExecutionException e) {
      // Closed: nobody would end the waiting any more.
      leave(waiter);
    }
  }

  private synchronized void enqueue(Waiter waiter) {
    TenantQueue tenant = tenants.computeIfAbsent(waiter.tenantId, TenantQueue::new);
    tenant.waiting.add(waiter);
    takeTurn(tenant);
    serve();
  }

  private void giveBack(TenantQueue tenant) {
    synchronized (this) {
      free++;
      tenant.held--;
      takeTurn(tenant);
      serve();
      forgetIdle(tenant);
    }
    deliver();
  }

  private void leave(Waiter waiter) {
    synchronized (this) {
      TenantQueue tenant = tenants.get(waiter.tenantId);
      if (tenant == null || !tenant.waiting.remove(waiter)) {
        return;
      }
      forgetIdle(tenant);
    }
    waiter.result.complete(Optional.empty());
  }

  private void takeTurn(TenantQueue tenant) {
    if (!tenant.hasTurn && tenant.held < perTenant && !tenant.waiting.isEmpty()) {
      tenant.hasTurn = true;
      turns.add(tenant);
    }
  }

  private void serve() {
    while (free > 0 && !turns.isEmpty()) {
      TenantQueue tenant = turns.remove();
      tenant.hasTurn = false;
      Waiter waiter = tenant.waiting.poll();
      if (waiter != null) {
        free--;
        tenant.held++;
        waiter.permit = new Permit(tenant);
        served.add(waiter);
        takeTurn(tenant);
      }
    }
  }

  private void forgetIdle(TenantQueue tenant) {
    if (tenant.held == 0 && tenant.waiting.isEmpty()) {
      turns.remove(tenant);
      tenants.remove(tenant.tenantId, tenant);
    }
  }

  /** One thread at a time, and never from within itself: else a long queue is a deep stack. */
  private void deliver() {
    if (deliveries.getAndIncrement() > 0) {
      return;
    }
    do {
      for (Waiter waiter = served.poll(); waiter != null; waiter = served.poll()) {
        waiter.result.complete(Optional.of(waiter.permit));
      }
    } while (deliveries.decrementAndGet() > 0);
  }

  private static final class TenantQueue {

    private final String tenantId;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int held;
    private boolean hasTurn;

    private TenantQueue(String tenantId) {
      this.tenantId = tenantId;
    }
  }

  private static final class Waiter {

    private final String tenantId;
    private final CompletableFuture<Optional<Permit>> result = new CompletableFuture<>();
    private Permit permit;

    private Waiter(String tenantId) {
      this.tenantId = tenantId;
    }
  }
}
