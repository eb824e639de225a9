package org.groupdigest.job.sim.answer;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.WindowContext;

/**
 * A window made of what a prompt shows.
 *
 * @param context the window
 * @param sources ids of the prompt by id in the window, where those differ; else empty
 */
record SimWindow(WindowContext context, Map<String, List<String>> sources) {}
