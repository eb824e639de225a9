/** What the job announces: one envelope, one payload a type, ids that a replay repeats. */
package org.groupdigest.job.model.events;
