package org.groupdigest.job.ingest;

import org.groupdigest.job.model.ErrorCode;

/**
 * Why a record cannot be used.
 *
 * @param code out of the closed set
 * @param error one line that quotes nothing of the record but names of the schema
 */
record Rejection(ErrorCode code, String error) {}
