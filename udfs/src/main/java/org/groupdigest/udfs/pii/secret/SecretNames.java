package org.groupdigest.udfs.pii.secret;

import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.Words;

/** The names under which people and programs write secrets. */
final class SecretNames {

  /** What a name says about the value behind it. */
  enum Strength {
    /** Not the name of a secret. */
    NONE,
    /** A key or token: also the name of much that is not secret. */
    TOKEN,
    /** A password. */
    PASSWORD
  }

  private static final Set<String> PASSWORDS =
      Set.of(
          "pass", "pwd", "pw", "psw", "pin", "cvv", "cvc", "cvv2", "cvc2", "пин", "пинкод", "пасс");
  private static final List<String> PASSWORD_ENDINGS =
      List.of(
          "password", "passwd", "passphrase", "passcode", "dbpass", "пароль", "паролем", "пароля");
  private static final List<String> TOKEN_ENDINGS =
      List.of(
          "token",
          "secret",
          "secretkey",
          "apikey",
          "accesskey",
          "accesskeyid",
          "authkey",
          "privatekey",
          "encryptionkey",
          "sharedkey",
          "accountkey",
          "токен",
          "секрет",
          "апиключ");
  private static final List<String> ADJECTIVES =
      List.of("api", "access", "secret", "private", "апи", "секретный", "секретн", "доступа");

  // Every name above holds one of these.
  private static final List<String> ROOTS =
      List.of(
          "pass", "pw", "psw", "pin", "cvv", "cvc", "пин", "пасс", "парол", "token", "secret",
          "key", "токен", "секрет", "ключ");
  private static final Words ROOTS_OF_NAMES = new Words(ROOTS);

  private SecretNames() {}

  /** Whether a lower-case text can hold a name at all: a cheap look before each word is judged. */
  static boolean mayOccurIn(String text) {
    for (String root : ROOTS) {
      if (text.contains(root)) {
        return true;
      }
    }
    return false;
  }

  /** What a lower-case name says, hyphens and underscores ignored. */
  static Strength strength(String name) {
    if (!ROOTS_OF_NAMES.occurIn(name)) {
      return Strength.NONE;
    }
    String plain = name.replace("_", "").replace("-", "");
    if (PASSWORDS.contains(plain) || endsWithAny(plain, PASSWORD_ENDINGS)) {
      return Strength.PASSWORD;
    }
    return endsWithAny(plain, TOKEN_ENDINGS) ? Strength.TOKEN : Strength.NONE;
  }

  private static boolean endsWithAny(String name, List<String> endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** What {@code key} or {@code ключ} says after a word such as {@code api}. */
  static Strength strengthAfter(String before, String name) {
    boolean key = name.equals("key") || name.equals("ключ");
    boolean named = key && endsWithAny(before.strip(), ADJECTIVES);
    return named ? Strength.TOKEN : Strength.NONE;
  }
}
