package org.groupdigest.job.llm.route;

import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.config.LlmModels;
import org.groupdigest.job.llm.Tier;

/**
 * Which models are asked for a tier, the best first; a tier without a model uses the next lower.
 */
final class ModelChain {

  private final LlmModels models;

  ModelChain(LlmModels models) {
    this.models = models;
  }

  /** The models of a tier and of those below it, each once. */
  List<String> of(Tier tier) {
    return switch (tier) {
      case MAX -> chain(models.max(), models.pro(), models.base());
      case PRO -> chain(models.pro(), models.base());
      case BASE -> chain(models.base());
    };
  }

  /** Whether calls of a model are counted against the quota of the tiers above base. */
  boolean isAboveBase(String model) {
    return !model.equals(models.base());
  }

  private static List<String> chain(String... names) {
    return Stream.of(names).filter(name -> !name.isEmpty()).distinct().toList();
  }
}
