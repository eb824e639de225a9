package org.groupdigest.job.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.stage.extractive.ConversationSummarizer;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Summary;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Turn;
import org.groupdigest.job.stage.extractive.SummaryLength;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./digest summarize}: conversations as JSON Lines {@code {"id", "utterances": [{"speaker",
 * "text"}]}} to {@code {"id", "summary", "utterance_indexes"}}, offline. Exits 0 when every
 * readable line was summarised, 1 when the file cannot be read or no line of it can be used, 2 on
 * wrong usage.
 */
@Command(
    name = "summarize",
    mixinStandardHelpOptions = true,
    description = "Summarise conversations by their own best sentences, without a language model.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest summarize --input conversations.jsonl --sentences 3",
      "",
      "Input, one JSON object a line:  {\"id\": \"a\", \"utterances\": [{\"speaker\": \"ann\", \"text\": \"...\"}]}",
      "Output, one a line:             {\"id\": \"a\", \"summary\": \"...\", \"utterance_indexes\": [0, 4]}"
    })
public final class SummarizeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines file of conversations.")
  private Path input;

  @ArgGroup(exclusive = true)
  private Limit limit;

  private final ConversationSummarizer summarizer = new ConversationSummarizer("en");
  private int invalid;
  private int summarized;

  /** At most one limit can be given. */
  private static final class Limit {
    @Option(
        names = "--max-words",
        paramLabel = "N",
        description = "Most words of a summary (default: grows with the conversation).")
    private Integer words;

    @Option(names = "--sentences", paramLabel = "N", description = "Most sentences of a summary.")
    private Integer sentences;
  }

  @Override
  public Integer call() {
    Optional<SummaryLength> length = length();
    try (BufferedReader lines = Files.newBufferedReader(input, StandardCharsets.UTF_8)) {
      summarizeAll(lines, length);
    } catch (IOException e) {
      err("cannot read " + input + " as UTF-8 text: give an existing JSON Lines file to --input");
      return 1;
    }
    if (invalid > 0) {
      err(invalid + " invalid and " + summarized + " summarised lines in " + input);
    }
    return invalid > 0 && summarized == 0 ? 1 : 0;
  }

  private Optional<SummaryLength> length() {
    if (limit == null) {
      return Optional.empty();
    }
    boolean byWords = limit.words != null;
    int number = byWords ? limit.words : limit.sentences;
    if (number < 1) {
      String option = byWords ? "--max-words" : "--sentences";
      throw new ParameterException(spec.commandLine(), option + " must be at least 1");
    }
    return Optional.of(byWords ? SummaryLength.ofWords(number) : SummaryLength.ofSentences(number));
  }

  private void summarizeAll(BufferedReader lines, Optional<SummaryLength> length)
      throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        summarizeLine(line, number, length);
      }
    }
  }

  private void summarizeLine(String line, int number, Optional<SummaryLength> length) {
    JsonNode conversation = parse(line);
    if (conversation == null || !isConversation(conversation)) {
      invalid++;
      err(
          input
              + " line "
              + number
              + " is not {\"id\", \"utterances\": [{\"speaker\", \"text\"}]}: left out, correct it");
      return;
    }
    List<Turn> turns = turns(conversation);
    Summary summary =
        summarizer.summarize(turns, length.orElseGet(() -> summarizer.fittingLength(turns)));
    out(conversation.get("id"), summary);
    summarized++;
  }

  /** The line as a tree, or null when it is not JSON. */
  private static JsonNode parse(String line) {
    try {
      return Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static boolean isConversation(JsonNode node) {
    if (!node.path("id").isValueNode() || !node.path("utterances").isArray()) {
      return false;
    }
    for (JsonNode utterance : node.get("utterances")) {
      if (!utterance.path("text").isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static List<Turn> turns(JsonNode conversation) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode utterance : conversation.get("utterances")) {
      turns.add(new Turn(utterance.path("speaker").asText(""), utterance.get("text").asText()));
    }
    return turns;
  }

  private void out(JsonNode id, Summary summary) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.set("id", id);
    line.put("summary", summary.text());
    line.set("utterance_indexes", Json.tree(summary.turns()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(Json.write(line));
    out.flush();
  }

  private void err(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("summarize: " + line);
    err.flush();
  }
}
