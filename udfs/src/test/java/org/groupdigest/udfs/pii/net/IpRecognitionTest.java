package org.groupdigest.udfs.pii.net;

import static org.groupdigest.udfs.pii.PiiTexts.assertFound;
import static org.groupdigest.udfs.pii.PiiTexts.assertNothing;

import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRecognitionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see section 4.1.2.3 of the manual",
        "§ 4.1.2.3 says no",
        "см. п. 5.1.2.3 договора",
        "пункт 12.4.1.2",
        "по пп. 3.2.1.1 и дальше",
        "раздел 2.10.3.4",
        "Abschnitt 4.1.2.3 gilt",
        "chapitre 2.1.3.4",
        "requirement 8.3.6.1 of the standard",
        "0.1.2.3 is the first tag",
        "перешли на 0.12.4.1",
        "score 10::30",
        "приходи к 10::30",
        "9::15 или 12::45"
      })
  void placesInDocumentsAndMistypedTimesAreNoAddresses(String text) {
    assertNothing(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "section two of the host «10.1.2.3»",
        "server «4.1.2.3» is down",
        "п. 2: адрес «10.1.2.3»",
        "«2001:db8::30» answers",
        "«fe80::10»",
        "bind to «0.0.0.0»",
        "host «0.1.2.3» is odd",
        "listen on «::1»"
      })
  void addressesStayAddresses(String marked) {
    assertFound(PiiKind.IP, marked);
  }
}
