package org.groupdigest.job.pipeline;

import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.WindowContext;

/**
 * A window at the door of the digests pipeline.
 *
 * @param context the window with its context
 * @param position where it was read, so that it can be replayed
 */
public record ReadyWindow(WindowContext context, SourcePosition position) {}
