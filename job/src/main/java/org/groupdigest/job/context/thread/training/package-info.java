/** Trains the link model on annotated chats and measures it; no part of a running job. */
package org.groupdigest.job.context.thread.training;
