/**
 * The link model: messages as streams of utterances, candidate parents, their features and a small
 * network that ranks them.
 */
package org.groupdigest.job.context.thread.link;
