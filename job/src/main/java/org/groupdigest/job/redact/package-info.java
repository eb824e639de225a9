/** Takes what people have deleted out of digests. */
package org.groupdigest.job.redact;
