package org.groupdigest.job.config;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What models cost.
 *
 * @param currency name of the currency, such as {@code RUB}
 * @param byModel prices by the configured name of the model; a model that is not here is free
 */
public record LlmPrices(String currency, Map<String, Price> byModel) implements Serializable {

  /**
   * The price of a model.
   *
   * @param prompt units of the currency for a million tokens sent
   * @param answer units of the currency for a million tokens received
   */
  public record Price(BigDecimal prompt, BigDecimal answer) implements Serializable {}

  private static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * The cost of a call in millionths of the currency, rounded half up once. A price for a million
   * tokens is the price of one token in millionths.
   */
  public long costMicros(String model, long promptTokens, long answerTokens) {
    Price price = byModel.getOrDefault(model, FREE);
    return price
        .prompt()
        .multiply(BigDecimal.valueOf(promptTokens))
        .add(price.answer().multiply(BigDecimal.valueOf(answerTokens)))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
