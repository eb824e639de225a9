package org.groupdigest.connectors.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Clients shared by everyone in this process who asks for the same key, so that a TaskManager has
 * one pool an endpoint and not one a subtask. A client is opened by its first lease and closed by
 * the release of its last.
 *
 * <pre>{@code
 * Lease<RedisValues> redis = SharedClients.ofProcess().lease(config, () -> RedisValues.open(config));
 * redis.client().get("key");
 * redis.close();
 * }</pre>
 */
public final class SharedClients {
  // Operators of one job are created apart from each other by deserialisation: a static is the only
  // place that they have in common. It lives as long as the job's class loader.
  private static final SharedClients OF_PROCESS = new SharedClients();

  private final Map<Object, Entry> entries = new HashMap<>();

  /** An own registry; for tests. */
  public SharedClients() {}

  /** The registry of this process and job. */
  public static SharedClients ofProcess() {
    return OF_PROCESS;
  }

  /**
   * Leases the client of a key.
   *
   * @param key configuration of the client, with value equality; clients of different types need
   *     keys of different types
   * @param opening opens the client if nobody has it; should not wait for the endpoint
   */
  public synchronized <C extends AutoCloseable> Lease<C> lease(Object key, Supplier<C> opening) {
    Entry entry = entries.get(key);
    if (entry == null) {
      entry = new Entry(opening.get());
      entries.put(key, entry);
    }
    entry.holders++;
    // The key's type implies the client's type, see above.
    @SuppressWarnings("unchecked")
    C client = (C) entry.client;
    return new Lease<>(client, () -> release(key));
  }

  private void release(Object key) {
    AutoCloseable last = null;
    synchronized (this) {
      Entry entry = entries.get(key);
      if (--entry.holders == 0) {
        entries.remove(key);
        last = entry.client;
      }
    }
    if (last != null) {
      close(last);
    }
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot close " + client.getClass().getSimpleName(), e);
    }
  }

  private static final class Entry {
    private final AutoCloseable client;
    private int holders;

    private Entry(AutoCloseable client) {
      this.client = client;
    }
  }
}
