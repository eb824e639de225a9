package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
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

  private static final int ERROR_TOKENS = 60;

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
    int answer = budget.answer(limits.answerTokens(request.stages()));
    Instructions words = new Instructions(request, library.in(request.language()), limits);
    RequestSections sections = new RequestSections(request, counter);
    List<ChatMessage> afterwards = afterwards(request, words);
    List<DataSection> own = sections.own();
    int taken =
        wordTokens(words, own.stream().map(DataSection::name).toList(), afterwards)
            + (sections.wantsPrevious() ? RemarkSections.PREVIOUS_TOKENS : 0);
    return fitter
        .fit(own, budget.prompt(answer) - taken)
        .map(data -> prompt(request, words, sections.previous(), data, afterwards, answer));
  }

  private Prompt prompt(
      StageRequest request,
      Instructions words,
      Optional<DataSection> previous,
      DataFitter.Fitted data,
      List<ChatMessage> afterwards,
      int answer) {
    DataBlock block = previous.map(data.block()::with).orElse(data.block());
    int dataTokens = previous.isEmpty() ? data.tokens() : counter.count(block.content());
    ResponseSchema schema = schemas.of(request.stages());
    List<ChatMessage> lasting = conversation(words, data.block(), afterwards);
    return new Prompt(
        words.promptId(),
        words.version(),
        previous.isEmpty() ? lasting : conversation(words, block, afterwards),
        schema,
        dataTokens + wordTokens(words, block.names(), afterwards),
        answer,
        checksum(lasting, schema, answer),
        data.truncated() ? List.of(Prompt.TRUNCATED_INPUT) : List.of());
  }

  private static List<ChatMessage> conversation(
      Instructions words, DataBlock data, List<ChatMessage> afterwards) {
    return turns(words, words.task(data.names()) + "\n" + data.fenced(), afterwards);
  }

  private static List<ChatMessage> turns(
      Instructions words, String asked, List<ChatMessage> afterwards) {
    List<ChatMessage> turns = new ArrayList<>();
    turns.add(ChatMessage.system(words.system()));
    turns.add(ChatMessage.user(asked));
    turns.addAll(afterwards);
    return List.copyOf(turns);
  }

  /** The refused answer and what is wrong with it. */
  private List<ChatMessage> afterwards(StageRequest request, Instructions words) {
    if (!words.isRepair()) {
      return List.of();
    }
    String refused = new RefusedAnswer(request.refusedAnswer()).about(request.stages(), guard);
    return List.of(
        ChatMessage.assistant(counter.shorten(refused, RefusedAnswer.MAX_TOKENS)),
        ChatMessage.user(words.repair(new TextBound(counter), ERROR_TOKENS)));
  }

  /** Tokens of everything but the data. */
  private int wordTokens(
      Instructions words, List<SectionName> sections, List<ChatMessage> afterwards) {
    List<ChatMessage> turns = turns(words, words.task(sections), afterwards);
    return TokenBudget.frame(turns.size())
        + turns.stream().mapToInt(turn -> counter.count(turn.content())).sum();
  }

  private static String checksum(List<ChatMessage> turns, ResponseSchema schema, int answer) {
    StringBuilder all = new StringBuilder();
    for (ChatMessage turn : turns) {
      String content = turn.content();
      all.append(turn.role().wireName()).append(' ').append(content.length()).append('\n');
      all.append(content).append('\n');
    }
    return Checksums.sha256(all.append(schema.json()).append('\n').append(answer).toString());
  }
}
