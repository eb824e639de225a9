package org.groupdigest.job.stage;

import java.util.List;
import org.groupdigest.job.model.ModelCall;

/**
 * How the stages of a request ended.
 *
 * @param results one for each stage that was asked for, in that order
 * @param calls receipts of all model calls made for them, answered or not
 */
public record StagesDone(List<StageResult> results, List<ModelCall> calls) {}
