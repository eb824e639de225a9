package org.groupdigest.job.config;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.flink.configuration.ConfigOption;
import org.groupdigest.job.config.LlmPrices.Price;
import org.groupdigest.job.model.Stage;

/** Settings of language models that are tables: {@code name=value} pairs with semicolons. */
final class LlmTables {

  private static final Set<String> TIERS = Set.of("base", "pro", "max");
  private static final List<Stage> STAGES =
      List.of(
          Stage.SEGMENTER_AGENT,
          Stage.EMOTION_AGENT,
          Stage.ROLES_AGENT,
          Stage.TOPIC_AGENT,
          Stage.SYNTHESIS_AGENT,
          Stage.EVALUATION_AGENT);

  /** Keeps the cost of any call within a long. */
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000_000);

  private final SettingsReader reader;

  LlmTables(SettingsReader reader) {
    this.reader = reader;
  }

  /** The tier of every stage that asks models. */
  Map<Stage, String> stageTiers() {
    Map<Stage, String> tiers = new EnumMap<>(Stage.class);
    STAGES.forEach(stage -> tiers.put(stage, "base"));
    readPairs(
        LlmOptions.STAGE_TIERS,
        "is stage=tier pairs of the stages that ask models and base, pro or max",
        (stage, tier) -> putTier(tiers, stage, tier));
    return Map.copyOf(tiers);
  }

  /** Prices by model. */
  Map<String, Price> prices() {
    Map<String, Price> prices = new HashMap<>();
    readPairs(
        LlmOptions.PRICES,
        "is model=prompt/answer with prices from 0 to 1000000000",
        (model, price) -> putPrice(prices, model, price));
    return Map.copyOf(prices);
  }

  private void readPairs(
      ConfigOption<String> option, String form, BiPredicate<String, String> taken) {
    for (String pair : reader.value(option).split(";")) {
      int equals = pair.lastIndexOf('=');
      boolean read =
          equals > 0
              && taken.test(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
      reader.problemUnless(read || pair.isBlank(), option, form);
    }
  }

  private static boolean putTier(Map<Stage, String> tiers, String name, String tier) {
    return STAGES.stream()
        .filter(stage -> stage.wireName().equals(name) && TIERS.contains(tier))
        .peek(stage -> tiers.put(stage, tier))
        .findAny()
        .isPresent();
  }

  private static boolean putPrice(Map<String, Price> prices, String model, String written) {
    String[] parts = written.split("/", -1);
    try {
      Price price = new Price(new BigDecimal(parts[0].trim()), new BigDecimal(parts[1].trim()));
      prices.put(model, price);
      return parts.length == 2 && isPrice(price.prompt()) && isPrice(price.answer());
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }

  private static boolean isPrice(BigDecimal price) {
    return price.signum() >= 0 && price.compareTo(DEAREST) <= 0;
  }
}
