package org.groupdigest.job.llm.prompt;

import java.util.Locale;
import java.util.Set;
import org.groupdigest.job.model.Stage;

/** The texts that prompts are put together from, each a resource in every language. */
enum PromptPart {
  /** Rules for the whole conversation. */
  SYSTEM("language"),
  SEGMENTER_AGENT("units"),
  EMOTION_AGENT,
  ROLES_AGENT("people"),
  TOPIC_AGENT("topics"),
  SYNTHESIS_AGENT("points", "people"),
  EVALUATION_AGENT,
  /** One line for each section of the data, {@code name: columns}. */
  SECTIONS,
  /** How the answers to several stages stand together. */
  TOGETHER("members"),
  /** What to do about a refused answer. */
  REPAIR("errors"),
  /** Added to a repair when the refused answer broke off. */
  CUT,
  /** What to do about a digest that the judge was not content with. */
  CORRECTION;

  private final Set<String> placeholders;

  PromptPart(String... placeholders) {
    this.placeholders = Set.of(placeholders);
  }

  /** The part with the task of a stage that a model may answer. */
  static PromptPart of(Stage stage) {
    return valueOf(stage.name());
  }

  /** The names of the values that the text has to hold, {@code ${name}} each. */
  Set<String> placeholders() {
    return placeholders;
  }

  /** Where the text lies on the class path. */
  String path(String language) {
    String name = name().toLowerCase(Locale.ROOT);
    return "/prompts/" + name + "-" + PromptLibrary.VERSION + "." + language + ".txt";
  }
}
