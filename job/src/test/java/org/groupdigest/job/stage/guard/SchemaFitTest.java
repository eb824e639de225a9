package org.groupdigest.job.stage.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFitTest {

  private final StageSchemas schemas = new StageSchemas();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{'type':'string','maxLength':4}; '12345' -> '123…'",
        "{'type':'string','maxLength':4}; '😀😀😀😀' -> '😀😀😀😀'",
        "{'type':'string','maxLength':4}; '😀😀😀😀😀' -> '😀😀😀…'",
        "{'type':'string','maxLength':4}; '1е́234' -> '1е…'",
        "{'type':'string','minLength':2}; '1' -> none",
        "{'type':'string','pattern':'\\\\S'}; ' ' -> none",
        "{'type':['string','null'],'maxLength':3}; null -> null",
        "{'type':['string','null'],'maxLength':3}; 7 -> none",
        "{'type':'number','minimum':0,'maximum':1}; 1.5 -> 1.0",
        "{'type':'number','minimum':0,'maximum':1}; 0.5 -> 0.5",
        "{'type':'integer','minimum':1}; -3 -> 1",
        "{'enum':['low','high']}; 'high' -> 'high'",
        "{'enum':['low','high']}; 'urgent' -> none",
        "{'type':'array','maxItems':2}; [1,2,3] -> [1,2]",
        "{'type':'array','minItems':1,'items':{'enum':[1]}}; [2,1,3] -> [1]",
        "{'type':'array','minItems':1,'items':{'enum':[1]}}; [2] -> none",
        "{'anyOf':[{'type':'null'},{'$ref':'#/$defs/a'}],'$defs':{'a':{'type':'string','maxLength':2}}}; 'abc' -> 'a…'",
        "{'type':'object','properties':{'a':{'enum':[1]}}}; {'a':2,'b':3} -> {'b':3}",
        "{'type':'object','required':['a'],'properties':{'a':{'enum':[1]}}}; {'a':2,'b':3} -> none"
      })
  void whatIsTooMuchIsTakenAwayAndWhatCannotBeMendedIsLeftOut(String schemaAndValue, String fit) {
    String[] parts = schemaAndValue.split("; ", 2);
    JsonNode fitted = new SchemaFit(json(parts[0])).fit(json(parts[1]));

    assertThat(fitted == null ? "none" : fitted.toString().replace('"', '\'')).isEqualTo(fit);
  }

  @Test
  void aNameTextOrListBeyondTheLimitsOfTheSchemaStillPassesIt() {
    JsonNode payload =
        json(
            "{'topics':[{'title':'%s','priority':'high','message_ids':['1'],'summary':'%s',"
                    .formatted("t".repeat(500), "s".repeat(9000))
                + "'status':'done','owners':['%s'],'message_count':0},{'title':' '}]}"
                    .formatted("M".repeat(129)));

    JsonNode fitted = schemas.fitted(Stage.TOPIC_AGENT, payload);

    assertThat(schemas.validate(Stage.TOPIC_AGENT, payload)).isNotEmpty();
    assertThat(schemas.validate(Stage.TOPIC_AGENT, fitted)).isEmpty();
    assertThat(fitted.path("topics")).hasSize(1);
  }

  @Test
  void aTextOfWhichNothingIsLeftWhenItIsHarmlessGoesWithWhatItStandsIn() {
    JsonNode payload =
        json(
            "{'key_points':[{'text':'https://\u200b','message_ids':['1']},"
                + "{'text':'It works','message_ids':['1']}]}");

    assertThat(schemas.fitted(Stage.SYNTHESIS_AGENT, payload).path("key_points")).hasSize(1);
  }

  @Test
  void aPayloadOfAnotherShapeIsAnErrorOfTheEngine() {
    assertThatThrownBy(() -> schemas.fitted(Stage.TOPIC_AGENT, json("{'units':[]}")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("topic_agent");
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'), JsonNode.class);
  }
}
