package org.groupdigest.job.sim.fault;

/**
 * A lie that was told.
 *
 * @param kind what is wrong
 * @param at JSON pointer of what was changed or added
 * @param put the name, id, number, day or text that was put in
 */
public record Lie(LieKind kind, String at, String put) {}
