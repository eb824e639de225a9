package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code /embeddings} of both protocols: OpenAI counts tokens for all texts, GigaChat for
 * each.
 *
 * @param request what was asked
 */
record EmbeddingAnswers(EmbeddingRequest request) implements AnswerReader<EmbeddingReply> {

  @Override
  public EmbeddingReply failed(LlmFailure failure) {
    return new EmbeddingReply.Failed(failure);
  }

  @Override
  public EmbeddingReply answered(JsonNode answer) {
    JsonNode data = answer.path("data");
    if (data.size() != request.texts().size()) {
      return malformed("not_a_vector_a_text");
    }
    float[][] vectors = new float[data.size()][];
    for (int i = 0; i < data.size(); i++) {
      JsonNode item = data.path(i);
      int index = Json.countOr(item.path("index"), i);
      if (index >= vectors.length || vectors[index] != null) {
        return malformed("indexes_out_of_order");
      }
      vectors[index] = vector(item.path("embedding"));
    }
    if (!ofOneLength(vectors)) {
      return malformed("not_vectors_of_one_length");
    }
    return new EmbeddingReply.Answered(
        List.of(vectors), answer.path("model").asText(request.model()), tokens(answer, data));
  }

  /** The numbers, or none if one of them is not a finite number. */
  private static float[] vector(JsonNode numbers) {
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      JsonNode number = numbers.path(i);
      vector[i] = number.floatValue();
      if (!number.isNumber() || !Float.isFinite(vector[i])) {
        return new float[0];
      }
    }
    return vector;
  }

  private static boolean ofOneLength(float[][] vectors) {
    return vectors.length > 0
        && vectors[0].length > 0
        && Arrays.stream(vectors).allMatch(vector -> vector.length == vectors[0].length);
  }

  private int tokens(JsonNode answer, JsonNode data) {
    int ofEach = 0;
    for (JsonNode item : data) {
      ofEach += Json.countOr(item.path("usage").path("prompt_tokens"), 0);
    }
    int unreported = ofEach > 0 ? ofEach : TokenEstimate.of(request.texts());
    return Json.countOr(answer.path("usage").path("prompt_tokens"), unreported);
  }
}
