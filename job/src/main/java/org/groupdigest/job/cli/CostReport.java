package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.files.DigestFile;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Usage;

/** What the models of a run cost, for people. Says nothing where no model was configured. */
final class CostReport {

  private static final int MICROS = 6;

  private final LlmSettings settings;

  /**
   * @param settings who was asked and what it costs
   */
  CostReport(LlmSettings settings) {
    this.settings = settings;
  }

  void print(List<DigestFile> files, PrintWriter out) {
    if (!settings.endpoint().isConfigured()) {
      return;
    }
    List<ModelCall> calls = new ArrayList<>();
    for (DigestFile file : files) {
      DigestRecord digest = file.digest();
      calls.addAll(digest.calls());
    }
    Usage usage = Usage.of(calls);
    long unanswered = calls.stream().filter(call -> !call.isBilled()).count();
    out.printf(
        Locale.ROOT,
        "Models: %,d calls, %,d unanswered, %,d + %,d tokens (prompt + answer), %s%n",
        usage.calls(),
        unanswered,
        usage.promptTokens(),
        usage.answerTokens(),
        cost(usage));
    out.flush();
  }

  private String cost(Usage usage) {
    if (settings.prices().byModel().isEmpty()) {
      return "no prices in DIGEST_LLM_PRICES";
    }
    BigDecimal amount = BigDecimal.valueOf(usage.costMicros(), MICROS);
    return amount.stripTrailingZeros().toPlainString() + " " + settings.prices().currency();
  }
}
