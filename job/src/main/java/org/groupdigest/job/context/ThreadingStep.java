package org.groupdigest.job.context;

import java.util.List;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;

/** How conversations are told apart. */
@FunctionalInterface
public interface ThreadingStep {

  /** The conversations among messages that are given in time order. */
  List<MessageThread> threads(List<Message> messages);
}
