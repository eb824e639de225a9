/** Which message answers which, and the threads that follow from it. */
package org.groupdigest.job.context.thread;
