package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.groupdigest.job.ingest.TextMasker;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.Test;

class MaskersTest {

  private static final String KEY = "a secret of sixteen";
  private static final String NUMBER = "Anna 612 34 56 78";
  private static final String INTERNATIONAL = "+34 612 34 56 79";
  private static final List<String> CHAT =
      List.of(
          NUMBER,
          INTERNATIONAL,
          "Paco 699 11 22 33, por favor",
          "el fontanero viene hoy y no quiere esperar",
          "601 23 45 67",
          "Аня 916 123-45-67",
          "+49 171 2345678",
          "Uwe 0171 2345679");

  @Test
  void numberStaysInAMessageThatSaysNothingOfItsCountry() {
    assertThat(withoutRegions().mask("acme", NUMBER)).isEqualTo(NUMBER);
  }

  @Test
  void countryThatTheTenantNamesIsThatOfAllItsChats() {
    TextMasker masker =
        Maskers.ofTenants(KEY, tenant -> tenant.equals("acme") ? List.of("ES") : List.of());

    assertThat(masker.mask("acme", NUMBER)).startsWith("Anna [phone:");
    assertThat(masker.mask("globex", NUMBER)).isEqualTo(NUMBER);
  }

  @Test
  void numberWithACountryCodeTellsTheCountryOfItsOwnMessage() {
    assertThat(withoutRegions().mask("acme", NUMBER + ", " + INTERNATIONAL))
        .matches("Anna \\[phone:\\w+\\], \\[phone:\\w+\\]");
  }

  @Test
  void wordThatCallsANumberAPhoneIsEnoughInAnyChat() {
    assertThat(withoutRegions().mask("acme", "call 612 34 56 78")).startsWith("call [phone:");
    assertThat(withoutRegions().mask("acme", "mi móvil 612 34 56 78")).contains("[phone:");
  }

  @Test
  void anyOrderAndRedeliveryMaskEachMessageAlike() {
    Map<String, String> inOrder = masked(CHAT);
    Random random = new Random(Seeds.of("MaskersTest"));
    for (int i = 0; i < 50; i++) {
      List<String> delivered = new ArrayList<>(CHAT);
      delivered.addAll(CHAT);
      Collections.shuffle(delivered, random);
      assertThat(masked(delivered)).isEqualTo(inOrder);
    }
  }

  private static TextMasker withoutRegions() {
    return Maskers.ofTenants(KEY, tenant -> List.of());
  }

  /** What one masker makes of each text; that of a text that comes again must be the same. */
  private static Map<String, String> masked(List<String> delivered) {
    TextMasker masker = withoutRegions();
    Map<String, String> masked = new TreeMap<>();
    for (String text : delivered) {
      String now = masker.mask("acme", text);
      assertThat(masked.getOrDefault(text, now)).isEqualTo(now);
      masked.put(text, now);
    }
    return masked;
  }
}
