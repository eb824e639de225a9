package org.groupdigest.job.stores.vectors;

import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.text.CleanText;

/** What is embedded of a topic: title, summary and keywords, in this order. */
final class TopicText {

  /** Small models of embeddings read some 500 tokens, and Russian takes three characters each. */
  private static final int LONGEST = 1_200;

  private TopicText() {}

  static String of(Topic topic) {
    String whole =
        topic.title() + "\n" + topic.summary() + "\n" + String.join(", ", topic.keywords());
    return CleanText.start(whole.strip(), LONGEST);
  }
}
