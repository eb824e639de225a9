package org.groupdigest.udfs.pii.scan;

/** Small letters for capitals, with ё as е; looked up where most letters of chats are. */
final class LowerCase {

  private static final char FIRST_OTHER = 0x530;
  private static final char[] TABLE = table();

  private LowerCase() {}

  static char of(char c) {
    return c < FIRST_OTHER ? TABLE[c] : Character.toLowerCase(c);
  }

  private static char[] table() {
    char[] table = new char[FIRST_OTHER];
    for (char c = 0; c < FIRST_OTHER; c++) {
      char small = Character.toLowerCase(c);
      table[c] = small == 'ё' ? 'е' : small;
    }
    return table;
  }
}
