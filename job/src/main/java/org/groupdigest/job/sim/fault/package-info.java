/** What can go wrong with a model: faults by share and by tenant, lies, and obedience to a chat. */
package org.groupdigest.job.sim.fault;
