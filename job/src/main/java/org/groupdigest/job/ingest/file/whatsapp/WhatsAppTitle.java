package org.groupdigest.job.ingest.file.whatsapp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.archive.SourceFile;

/** Name of a chat, which only the name of its file or zip tells. */
final class WhatsAppTitle {

  /** {@code WhatsApp Chat with Book club}, {@code Чат WhatsApp с Книжный клуб}. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^.*?whatsapp[^\\p{L}]*(?:chat|\\p{L}{4,10})?\\s*"
              + "(?:\\s-\\s|\\b(?:with|mit|con|com|avec|met|med|с|со|з|із|z)\\s)\\s*(.+)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern COPY = Pattern.compile("\\s*\\(\\d+\\)$");

  private WhatsAppTitle() {}

  /** The title that a file's name, else its container's, tells; or null. */
  static String of(SourceFile file, String container) {
    String title = in(file.baseName());
    return title == null ? in(container) : title;
  }

  /** What stands for the title in the group's id. */
  static String base(SourceFile file, String container) {
    return file.baseName().equals("_chat") ? container : file.baseName();
  }

  private static String in(String name) {
    Matcher matcher = TITLE.matcher(COPY.matcher(name.replace('_', ' ')).replaceFirst(""));
    return matcher.matches() ? matcher.group(1).strip() : null;
  }
}
