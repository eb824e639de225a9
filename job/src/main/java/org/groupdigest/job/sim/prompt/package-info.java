/** Reads the prompts of the product back into what they were made of. */
package org.groupdigest.job.sim.prompt;
