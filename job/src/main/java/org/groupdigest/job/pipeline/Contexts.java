package org.groupdigest.job.pipeline;

import java.util.List;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.ThreadingStep;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.udfs.text.LanguageDetector;

/** Puts the context service together with the threads and languages of the product. */
public final class Contexts {

  private Contexts() {}

  /** A context service with these numbers. */
  public static ContextService service(ContextSettings settings) {
    return new ContextService(settings, new LazyThreads(), new LanguageDetector());
  }

  /** Loads its model when it is first asked: most commands never do. */
  private static final class LazyThreads implements ThreadingStep {

    private ThreadBuilder builder;

    @Override
    public List<MessageThread> threads(List<Message> messages) {
      ThreadBuilder loaded = load();
      return loaded.threads(messages, loaded.link(messages));
    }

    private synchronized ThreadBuilder load() {
      if (builder == null) {
        builder = ThreadBuilder.bundled();
      }
      return builder;
    }
  }
}
