package org.groupdigest.udfs.pii.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.udfs.pii.phone.PhoneContext.Evidence;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneContextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "позвони 1234567; PHONE",
        "тел. 1234567; PHONE",
        "мой номер: 1234567; PHONE",
        "Mobile: 1234567; PHONE",
        "1234567 office; PHONE",
        "1234567-Fax; PHONE",
        "my number is 1234567; PHONE",
        "messages to 1234567; PHONE",
        "номер заказа 1234567; OTHER_NUMBER",
        "позвони по заказу 1234567; OTHER_NUMBER",
        "ticket 1234567; OTHER_NUMBER",
        "заказ готов, тел 1234567; PHONE",
        "осталось 1234567; NONE",
        "recall 1234567; NONE",
        "номер дома и 1234567; NONE"
      })
  void theNearestWordTellsWhatANumberIs(String text, Evidence expected) {
    FoldedText folded = FoldedText.of(text, List.of());
    int start = text.indexOf("1234567");

    assertThat(PhoneContext.around(folded, start, start + 7)).isEqualTo(expected);
  }
}
