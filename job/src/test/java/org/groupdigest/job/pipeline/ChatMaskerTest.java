package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.ingest.TextMasker;
import org.junit.jupiter.api.Test;

class ChatMaskerTest {

  private static final String KEY = "a secret of sixteen";
  private static final String NUMBER = "Anna 612 34 56 78";

  @Test
  void numberStaysInAChatThatSaysNothingOfItsCountry() {
    TextMasker masker = Maskers.ofChats(KEY, tenant -> List.of());

    assertThat(masker.forChat("acme", "g").mask("acme", NUMBER)).isEqualTo(NUMBER);
  }

  @Test
  void countryThatTheTenantNamesIsThatOfAllItsChats() {
    TextMasker masker =
        Maskers.ofChats(KEY, tenant -> tenant.equals("acme") ? List.of("ES") : List.of());

    assertThat(masker.forChat("acme", "g").mask("acme", NUMBER)).startsWith("Anna [phone:");
    assertThat(masker.forChat("globex", "g").mask("globex", NUMBER)).isEqualTo(NUMBER);
  }

  @Test
  void numberWithACountryCodeTellsTheCountryOfItsOwnChatOnly() {
    TextMasker masker = Maskers.ofChats(KEY, tenant -> List.of());

    masker.forChat("acme", "g").mask("acme", "+34 612 34 56 79");

    assertThat(masker.forChat("acme", "g").mask("acme", NUMBER)).startsWith("Anna [phone:");
    assertThat(masker.forChat("acme", "other").mask("acme", NUMBER)).isEqualTo(NUMBER);
  }
}
