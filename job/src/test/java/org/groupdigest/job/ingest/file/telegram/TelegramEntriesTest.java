package org.groupdigest.job.ingest.file.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and attachments of single entries, as exporters of many years have written them. */
class TelegramEntriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'text':'plain'} | plain",
        "{'text':['a',{'type':'code','text':'b'},'c']} | abc",
        "{'text':[['nested'],{'type':'custom_emoji','text':'👍'}]} | nested👍",
        "{'text':'','text_entities':[{'text':'from '},{'text':'entities'}]} | from entities",
        "{'text':'caption','poll':{'question':'Q'}} | caption",
        "{'poll':{'question':['Q',{'text':'!'}],'answers':[{'text':'yes'}]}} | Q!⏎- yes",
        "{'text':7} | ``",
        "{} | ``",
      })
  void textIsReadFromWhereverItStands(String entry, String expected)
      throws JsonProcessingException {
    assertThat(TelegramText.of(json(entry))).isEqualTo(expected.replace('⏎', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | []",
        "{'file':null,'photo':null} | []",
        "{'photo':'p.jpg','photo_file_size':-1} | [{'kind':'image','size_bytes':0,'uri':'p.jpg'}]",
        "{'file':'(File exceeds maximum size.)'} | [{'kind':'document','size_bytes':0,'labels':[]}]",
        "{'file':'d.pdf','file_name':'Plan.pdf','mime_type':'application/pdf'} | [{'kind':'document','size_bytes':0,'uri':'d.pdf','mime_type':'application/pdf','labels':['Plan.pdf']}]",
        "{'game_title':'G','game_description':'D'} | [{'kind':'other','description':'G, D'}]",
        "{'invoice_information':{'title':'T','description':'D'}} | [{'kind':'other','description':'T D'}]",
        "{'location_information':{'latitude':1,'longitude':2}} | [{'kind':'other'}]",
        "{'type':'unsupported'} | [{'kind':'other'}]",
      })
  void attachmentsAreItemsOfTheEvent(String entry, String expected) throws JsonProcessingException {
    assertThat(TelegramMedia.of(json(entry))).hasToString(json(expected).toString());
  }

  @Test
  void aMessageIdMayBeATextANumberOrMissing() throws JsonProcessingException {
    assertThat(message("{'id':-999}").id(3)).isEqualTo("-999");
    assertThat(message("{'id':'m9'}").id(3)).isEqualTo("m9");
    assertThat(message("{'id':null}").id(3)).isEqualTo("p3");
    assertThat(message("{'id':{}}").id(3)).isEqualTo("p3");
  }

  @Test
  void anEntryWithoutAnyDateHasNone() throws JsonProcessingException {
    assertThat(message("{'date':'soon'}").postedAt()).isNull();
    assertThat(message("{'date_unixtime':1762766100}").postedAt())
        .isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void aNameTooLongForAnIdIsCut() throws JsonProcessingException {
    String name = "я".repeat(300);

    JsonNode payload = message("{'from':'" + name + "'}").payload("1", null);
    assertThat(payload.get("sender_id").textValue()).hasSize(128).startsWith("name:яя");
    assertThat(payload.get("sender_name").textValue()).isEqualTo(name);
  }

  private static TelegramMessage message(String entry) throws JsonProcessingException {
    return new TelegramMessage(json(entry), ImportOptions.defaults().zone());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }
}
