package org.groupdigest.job.llm.prompt;

import java.util.List;
import java.util.Optional;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.ResponseSchema;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * Writes prompts. A first request is a system turn with the rules and a user turn with task and
 * data. A repair is the same conversation with the refused answer and its errors behind it, and
 * asks for the refused stages only. A correction shows the digest that is to be corrected and the
 * judge's notes among the data. The same request always gives the same prompt. Thread-safe.
 */
public final class PromptBuilder {

  private final PromptLibrary library;
  private final TokenCounter counter;
  private final StageGuard guard;
  private final TokenBudget budget;
  private final DataFitter fitter;
  private final AnswerSchemas schemas = new AnswerSchemas();

  /**
   * @param library the words
   * @param counter counts tokens
   * @param guard takes refused answers apart
   * @param contextTokens tokens that every model takes, prompt and answer together
   */
  public PromptBuilder(
      PromptLibrary library, TokenCounter counter, StageGuard guard, int contextTokens) {
    this.library = library;
    this.counter = counter;
    this.guard = guard;
    this.budget = new TokenBudget(contextTokens);
    this.fitter = new DataFitter(counter);
  }

  /**
   * The prompt of a request for stages that a model may answer.
   *
   * @return empty when the context has no room for it, however short its texts are made
   */
  public Optional<Prompt> build(StageRequest request) {
    AnswerLimits limits = AnswerLimits.of(request.context().messages().size());
    int maxAnswer = budget.answer(limits.answerTokens(request.stages()));
    Form form = new Form(schemas.of(request.stages()), maxAnswer);
    Instructions words = new Instructions(request, library.in(request.language()), limits);
    Conversation conversation = Conversation.of(request, words, counter, guard);
    RequestSections sections = new RequestSections(request, counter);
    List<DataSection> own = sections.own();
    int taken = conversation.wordTokens(own.stream().map(DataSection::name).toList());
    int kept = sections.wantsPrevious() ? RemarkSections.PREVIOUS_TOKENS : 0;
    return fitter
        .fit(own, budget.prompt(maxAnswer) - taken - kept)
        .map(data -> prompt(words, conversation, data, sections.previous(), form));
  }

  private Prompt prompt(
      Instructions words,
      Conversation conversation,
      DataFitter.Fitted data,
      Optional<DataSection> previous,
      Form form) {
    DataBlock sent = previous.map(data.block()::with).orElse(data.block());
    int dataTokens = previous.isEmpty() ? data.tokens() : counter.count(sent.content());
    List<ChatMessage> lasting = conversation.about(data.block());
    return new Prompt(
        words.promptId(),
        words.version(),
        previous.isEmpty() ? lasting : conversation.about(sent),
        form.schema(),
        dataTokens + conversation.wordTokens(sent.names()),
        form.maxTokens(),
        checksum(lasting, form),
        data.truncated() ? List.of(Prompt.TRUNCATED_INPUT) : List.of());
  }

  private static String checksum(List<ChatMessage> turns, Form form) {
    StringBuilder all = new StringBuilder();
    for (ChatMessage turn : turns) {
      String content = turn.content();
      all.append(turn.role().wireName()).append(' ').append(content.length()).append('\n');
      all.append(content).append('\n');
    }
    all.append(form.schema().json()).append('\n').append(form.maxTokens());
    return Checksums.sha256(all.toString());
  }

  /**
   * What the answer may be.
   *
   * @param schema its form
   * @param maxTokens its most tokens
   */
  private record Form(ResponseSchema schema, int maxTokens) {}
}
