package org.groupdigest.job.sim;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.groupdigest.job.sim.fault.SimFaults;

/**
 * How a simulator is to be.
 *
 * <pre>{@code
 * SimConfig.defaults().withLatency(Duration.ofMillis(200)).withFaults(faults)
 * }</pre>
 *
 * @param port port on loopback, 0 for any that is free
 * @param key key that clients must show, or null when any will do
 * @param latency from the arrival of a request to its answer, at least
 * @param faults what goes wrong at first
 * @param seed decides which requests are struck, and by what
 * @param logFile file that gets a line of JSON for each request, or null
 * @param tokenLifetime how long access tokens of GigaChat's protocol hold
 * @param clock tells the times in the log and the age of tokens
 */
public record SimConfig(
    int port,
    String key,
    Duration latency,
    SimFaults faults,
    long seed,
    Path logFile,
    Duration tokenLifetime,
    Clock clock) {

  /** Any free port, no key, no latency, no faults, no file. */
  public static SimConfig defaults() {
    return new SimConfig(
        0,
        null,
        Duration.ZERO,
        SimFaults.none(),
        1,
        null,
        Duration.ofMinutes(30),
        Clock.systemUTC());
  }

  /** The same on another port. */
  public SimConfig withPort(int value) {
    return new SimConfig(value, key, latency, faults, seed, logFile, tokenLifetime, clock);
  }

  /** The same with a key. */
  public SimConfig withKey(String value) {
    return new SimConfig(port, value, latency, faults, seed, logFile, tokenLifetime, clock);
  }

  /** The same with another latency. */
  public SimConfig withLatency(Duration value) {
    return new SimConfig(port, key, value, faults, seed, logFile, tokenLifetime, clock);
  }

  /** The same with other faults. */
  public SimConfig withFaults(SimFaults value) {
    return new SimConfig(port, key, latency, value, seed, logFile, tokenLifetime, clock);
  }

  /** The same with another seed. */
  public SimConfig withSeed(long value) {
    return new SimConfig(port, key, latency, faults, value, logFile, tokenLifetime, clock);
  }

  /** The same with a log file. */
  public SimConfig withLogFile(Path value) {
    return new SimConfig(port, key, latency, faults, seed, value, tokenLifetime, clock);
  }

  /** The same with another clock and life of tokens. */
  public SimConfig withClock(Clock value, Duration lifetime) {
    return new SimConfig(port, key, latency, faults, seed, logFile, lifetime, value);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SimConfig[port=" + port + ", latency=" + latency + ", seed=" + seed + "]";
  }
}
