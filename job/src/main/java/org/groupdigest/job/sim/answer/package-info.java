/** Answers prompts through the built-in engine, in the ids of the prompt. */
package org.groupdigest.job.sim.answer;
