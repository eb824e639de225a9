package org.groupdigest.job.stage.extractive;

import java.util.regex.Pattern;

/**
 * Makes written-down speech and mail readable: no hesitation sounds, no stammered words, no mail
 * headers or markup, no space before a mark. Says nothing that was not said.
 */
final class TranscriptCleaner {

  private static final Pattern TAG =
      Pattern.compile("</?[A-Za-z][\\w.-]{0,20}>|&(?:lt|gt|amp|quot|nbsp);");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\b(?:Name|Email|From|To|Cc|Subject|Date|Sent):\\s*"
              + "(?:(?:\"[^\"]*\"|[\\w.,' -]{1,40}?)?\\s*<?[\\w.+-]+@[\\w.-]+>?[,;\\s]*|\"[^\"]*\")+");
  private static final Pattern HESITATION =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}'-])(?:u+h+|u+m+|e+h+|e+r+m?|h+m+|m+hm+|э+|э+м+|хм+)(?![\\p{L}\\p{N}'-])[ ,]*");
  private static final Pattern STAMMER =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}'-])([\\p{L}']+(?: [\\p{L}']+)?)(?:[ ,]+\\1){1,4}(?![\\p{L}\\p{N}'])");
  private static final Pattern GAP = Pattern.compile(" +([,.!?;:](?:\\s|$))");
  private static final Pattern CONTRACTION =
      Pattern.compile("(\\p{L}) +('(?:s|re|ve|ll|d|m|t)\\b)");

  private TranscriptCleaner() {}

  /** The text without what only the ear or the mail program needs. */
  static String clean(String text) {
    String clean = HEADER.matcher(text).replaceAll(" ");
    clean = TAG.matcher(clean).replaceAll(" ");
    clean = HESITATION.matcher(clean).replaceAll("");
    clean = clean.replaceAll("\\s+", " ");
    clean = STAMMER.matcher(clean).replaceAll("$1");
    clean = CONTRACTION.matcher(clean).replaceAll("$1$2");
    clean = GAP.matcher(clean).replaceAll("$1");
    return clean.replaceAll("([,;])(?:\\s*[,;])+", "$1").replaceFirst("^[\\s,;]+", "").strip();
  }
}
