/**
 * The router: which model answers a prompt, when, how often it is asked, and who pays. Everything
 * is asynchronous; waiting never takes a thread.
 */
package org.groupdigest.job.llm.route;
