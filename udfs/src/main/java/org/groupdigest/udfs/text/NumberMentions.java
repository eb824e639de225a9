package org.groupdigest.udfs.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them, made comparable: {@code 1 000}, {@code 1,000} and {@code 1000} are
 * one number, {@code 2,5} is {@code 2.5}, {@code 09:30} is {@code 9:30}, digits of any script are
 * read. Ranges, times and lists are also known by their parts.
 */
public final class NumberMentions {

  // Possessive throughout: the cost is linear in the length of the text.
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}+(?:[ \\u00a0\\u202f]\\d{3}(?!\\d))++|\\d++(?:[.,:/\\-–]\\d++)*+");
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}+(?:[.,]\\d{3})++");
  private static final Pattern PERCENTAGE =
      Pattern.compile("(\\d++(?:[.,]\\d++)?+)[ \\u00a0\\u202f]?+(?:%|(?iu:percent|процент))");
  private static final Pattern WORD = Pattern.compile("\\p{L}++|\\d++");
  private static final Map<String, String> WORDS = words();

  /**
   * A number and the word after it.
   *
   * @param value the number's comparable form
   * @param word the word in lower case
   */
  public record Counted(String value, String word) {}

  private NumberMentions() {}

  /** The numbers written with digits in a text, in order, as they are written. */
  public static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(asciiDigits(text));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /** Every comparable form of every number in a text, number words included. */
  public static Set<String> formsIn(String text) {
    Set<String> forms = new HashSet<>();
    for (String number : in(text)) {
      forms.addAll(forms(number));
      forms.addAll(parts(number));
    }
    for (String token : Tokens.of(text)) {
      String value = WORDS.get(token);
      if (value != null) {
        forms.add(value);
      }
    }
    return forms;
  }

  /** Whether a number stands among the forms, whole or, for a range, time or list, in parts. */
  public static boolean isAmong(String number, Set<String> forms) {
    if (forms(number).stream().anyMatch(forms::contains)) {
      return true;
    }
    List<String> parts = parts(number);
    return !parts.isEmpty() && forms.containsAll(parts);
  }

  /** Comparable forms of the numbers that a text gives as percentages. */
  public static Set<String> percentagesIn(String text) {
    Set<String> forms = new HashSet<>();
    for (Matcher matcher = PERCENTAGE.matcher(asciiDigits(text)); matcher.find(); ) {
      forms.addAll(forms(matcher.group(1)));
    }
    return forms;
  }

  /** Numbers that a text gives as words and what they count: "five servers" is 5 of servers. */
  public static List<Counted> countedInWords(String text) {
    return counted(text, WORDS::get);
  }

  /** Whole numbers in words or figures and the words that follow them. */
  public static List<Counted> countedIn(String text) {
    return counted(
        asciiDigits(text),
        word -> Character.isDigit(word.charAt(0)) ? withoutLeadingZeros(word) : WORDS.get(word));
  }

  private static List<Counted> counted(String text, UnaryOperator<String> valueOf) {
    List<Counted> found = new ArrayList<>();
    String value = null;
    for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      if (value != null) {
        found.add(new Counted(value, word));
      }
      value = valueOf.apply(word);
    }
    return found;
  }

  private static Set<String> forms(String number) {
    String joined = number.replaceAll("[ \\u00a0\\u202f]", "");
    Set<String> forms = new HashSet<>();
    forms.add(withoutLeadingZeros(joined.replace(',', '.')));
    if (THOUSANDS.matcher(joined).matches()) {
      forms.add(joined.replaceAll("[.,]", ""));
    }
    return forms;
  }

  private static List<String> parts(String number) {
    boolean list = number.indexOf(',') != number.lastIndexOf(',');
    List<String> parts = new ArrayList<>();
    for (String part : number.split(list ? "[,:/\\-–]" : "[:/\\-–]")) {
      parts.add(withoutLeadingZeros(part.replace(',', '.')));
    }
    return parts.size() > 1 ? parts : List.of();
  }

  private static String withoutLeadingZeros(String number) {
    int start = 0;
    while (start < number.length() - 1
        && number.charAt(start) == '0'
        && Character.isDigit(number.charAt(start + 1))) {
      start++;
    }
    return number.substring(start);
  }

  private static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (codePoint > 127 && Character.isDigit(codePoint)) {
                ascii.append((char) ('0' + Character.digit(codePoint, 10)));
              } else {
                ascii.appendCodePoint(codePoint);
              }
            });
    return ascii.toString();
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    String[] byValue = {
      "zero ноль",
      "one один одна одно одну одного одной",
      "two два две двух двум двумя оба обе",
      "three три трёх трех трём трем тремя",
      "four четыре четырёх четырех четырём четырем",
      "five пять пяти пятью",
      "six шесть шести шестью",
      "seven семь семи семью",
      "eight восемь восьми",
      "nine девять девяти",
      "ten десять десяти",
      "eleven одиннадцать одиннадцати",
      "twelve двенадцать двенадцати"
    };
    for (int value = 0; value < byValue.length; value++) {
      for (String word : byValue[value].split(" ")) {
        words.put(word.toLowerCase(Locale.ROOT), Integer.toString(value));
      }
    }
    return Map.copyOf(words);
  }
}
