package org.groupdigest.job.sim.prompt;

import java.util.List;

/**
 * Something that an earlier stage found.
 *
 * @param kind such as {@code decision}
 * @param ids messages it was found in, at least one
 * @param authors who wrote those
 * @param text what was found
 */
public record UnitLine(String kind, List<String> ids, List<String> authors, String text) {}
