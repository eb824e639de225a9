package org.groupdigest.job.sim;

import java.time.Duration;

/**
 * How a request is going to be answered.
 *
 * @param reply what goes out
 * @param call how it is going to be remembered if it goes out whole
 * @param latency from the arrival of the request to the answer, at least
 */
record Planned(SimReply reply, SimCall call, Duration latency) {}
