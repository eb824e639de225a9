package org.groupdigest.job.ingest.file.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.export.Markup;
import org.groupdigest.job.ingest.file.record.Spoilers;

/** Text of a Matrix message without the quotation that answers repeat, hidden parts hidden. */
final class MatrixText {

  private static final Pattern QUOTATION = Pattern.compile("^(?:> ?[^\\n]*(?:\\n|$))+\\n?");
  private static final Pattern QUOTED_TAG =
      Pattern.compile("<mx-reply>.*?</mx-reply>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<span[^>]*data-mx-spoiler[^>]*>.*?</span>", Pattern.DOTALL);
  private static final Pattern BREAK = Pattern.compile("<br ?/?>|</(?:p|div|li|h\\d|pre)>");
  private static final Pattern TAG = Pattern.compile("</?\\w[^>]*>");
  private static final String HIDING = "data-mx-spoiler";

  private MatrixText() {}

  /**
   * The text of a message's content.
   *
   * @param answers whether it answers another message, which it may then repeat at its start
   */
  static String of(JsonNode content, boolean answers) {
    String formatted = content.path("formatted_body").asText("");
    if (formatted.contains(HIDING)) {
      return visible(formatted);
    }
    String body = content.path("body").asText("");
    // Older clients quote with the author first: "> <@anna:example.org> ...".
    boolean quotes = answers && (body.startsWith("> <@") || formatted.contains("<mx-reply>"));
    return quotes ? QUOTATION.matcher(body).replaceFirst("").strip() : body;
  }

  /** The plain body would show what is hidden. */
  private static String visible(String formatted) {
    String said = QUOTED_TAG.matcher(formatted).replaceAll("");
    String hidden = HIDDEN.matcher(said).replaceAll(Spoilers.PLACEHOLDER);
    String lines = BREAK.matcher(hidden).replaceAll("\n");
    return Markup.withoutEntities(TAG.matcher(lines).replaceAll("")).strip();
  }
}
