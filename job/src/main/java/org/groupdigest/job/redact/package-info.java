/**
 * Takes what people have deleted out of digests: plain functions from a digest to one that neither
 * says nor names it any more.
 */
package org.groupdigest.job.redact;
