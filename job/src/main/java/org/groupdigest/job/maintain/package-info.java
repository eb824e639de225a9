/**
 * What is done once a night: caches and Postgres are brought together, what is old is archived or
 * removed, and the references of stages are counted. Each step may be repeated, and runs beside the
 * job.
 */
package org.groupdigest.job.maintain;
