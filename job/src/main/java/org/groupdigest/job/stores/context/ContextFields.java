package org.groupdigest.job.stores.context;

/** Metadata of a document in the context storage. */
public final class ContextFields {

  /** Group inside the tenant, in its key form. */
  static final String GROUP = "group_id";

  /** Nominal size of the window in hours. */
  static final String HOURS = "window_hours";

  /** The window. */
  static final String WINDOW = "window_id";

  /** First instant after the window, epoch milliseconds. */
  static final String WINDOW_END = "window_end";

  /** The message. */
  static final String MESSAGE = "message_id";

  /** Who wrote it, as a name-based id. */
  static final String SENDER = "sender";

  /** When it was posted, epoch milliseconds: what newest means. */
  public static final String POSTED_AT = "posted_at";

  /** Whether the text was taken out. */
  static final String ERASED = "erased";

  private ContextFields() {}
}
