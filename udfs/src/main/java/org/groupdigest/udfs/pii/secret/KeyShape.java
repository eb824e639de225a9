package org.groupdigest.udfs.pii.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys whose beginning says little, but whose lengths and alphabets together are unmistakable. */
final class KeyShape {

  private static final Pattern SHAPES =
      Pattern.compile(
          "(?:"
              // Twilio; Mailgun, old and new; Mailchimp; Databricks
              + "(?:SK|AC)[0-9a-f]{32}|key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"
              + "|[0-9a-f]{32}-us[0-9]{1,2}|dapi[0-9a-f]{32}(?:-[0-9])?"
              // Discord bots: id, time and signature
              + "|[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,45}"
              // NuGet; Yandex Cloud; T-Bank; YooKassa; Airtable; Firebase
              + "|oy2[a-z0-9]{43}|YC[\\w-]{38}|t\\.[\\w-]{86}|(?:live|test)_[\\w-]{43}"
              + "|pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}|APA91b[\\w-]{100,200}"
              // GitLab's tokens with the place and the check sum of their cell
              + "|gl[a-z]{2,6}-[\\w-]{16,300}\\.[0-9a-z]{2}\\.[0-9a-z]{9}"
              // Google refresh tokens
              + "|1//0[\\w-]{40,200}"
              + ")(?![\\w-])");
  private static final int SHORTEST = 34;
  private static final String STARTS = "SACkMNOdoYtlp1g";

  private KeyShape() {}

  /** The end of the key that starts at a place, or -1. */
  static int end(String text, int start, int end) {
    if (end - start < SHORTEST) {
      return -1;
    }
    char first = text.charAt(start);
    if (STARTS.indexOf(first) < 0 && Character.digit(first, 16) < 0) {
      return -1;
    }
    Matcher matcher = SHAPES.matcher(text).region(start, end).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.end() : -1;
  }
}
