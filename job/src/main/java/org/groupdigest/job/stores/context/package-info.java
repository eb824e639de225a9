/**
 * Context storage as a service: what is kept there of messages, how it is found again, and how it
 * is forgotten.
 */
package org.groupdigest.job.stores.context;
