package org.groupdigest.udfs.pii.secret;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Secrets inside of web addresses: the paths of incoming webhooks, which let anybody post, and the
 * signatures and tokens of links that open what they point at. The host stays readable.
 */
public final class SecretUrlDetector implements Detector {

  private static final String PATH = "[A-Za-z0-9_\\-./~=@%:]{8,400}";

  /** Each has the secret as its only group. */
  private static final List<Pattern> WEBHOOKS =
      List.of(
          // Slack: services, workflows and triggers
          Pattern.compile(
              "hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/(" + PATH + ")"),
          // Discord: id and token
          Pattern.compile("discord(?:app)?\\.com/api/(?:v\\d+/)?webhooks/([0-9]{5,}/[\\w-]{16,})"),
          // Microsoft Teams and Power Automate
          Pattern.compile(
              "(?:webhook\\.office|outlook\\.office|outlook\\.office365)\\.com/webhook(?:b2)?/("
                  + PATH
                  + ")"),
          // Zapier, Make, IFTTT, n8n and others that are no more than a path
          Pattern.compile("hooks\\.zapier\\.com/hooks/(?:catch|standard)/(" + PATH + ")"),
          Pattern.compile("hook\\.(?:[a-z0-9]+\\.)?(?:make|integromat)\\.com/(" + PATH + ")"),
          Pattern.compile("maker\\.ifttt\\.com/trigger/[\\w-]+/(?:json/)?with/key/([\\w-]{16,})"),
          Pattern.compile("/open-apis/bot/v2/hook/([\\w-]{16,})"),
          Pattern.compile("qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=([\\w-]{16,})"),
          // Mattermost and Rocket.Chat on any host
          Pattern.compile("/hooks/([a-z0-9]{26}|[A-Za-z0-9]{17,24}/[A-Za-z0-9]{32,64})(?![\\w/])"),
          Pattern.compile("webhook\\.site/([0-9a-f-]{36})"));

  private static final Pattern SIGNED =
      Pattern.compile(
          "[?&;](?:amp;)?(?i:x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)"
              + "|signature|sig|sas|hmac|awsaccesskeyid|access[_-]?token|auth[_-]?token|id_token"
              + "|refresh_token|api[_-]?key|apikey|token|key|code|secret|otp|password|pwd)"
              + "=([A-Za-z0-9%+/_.~=\\-]{16,2000})");

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    String text = scanned.folded().text();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return;
    }
    if (text.contains("hook") || text.contains("/key/")) {
      WEBHOOKS.forEach(webhook -> report(webhook.matcher(text), finds));
    }
    if (text.indexOf('=') >= 0 && text.indexOf('?') >= 0) {
      report(SIGNED.matcher(text), finds);
    }
  }

  private static void report(Matcher matcher, Consumer<Find> finds) {
    while (matcher.find()) {
      String secret = matcher.group(1);
      if (mixes(secret)) {
        finds.accept(new Find(PiiKind.SECRET, matcher.start(1), matcher.end(1), secret));
      }
    }
  }

  /** Words alone are no secret. */
  private static boolean mixes(String value) {
    return value.chars().anyMatch(Character::isDigit)
        && value.chars().anyMatch(Character::isLetter);
  }
}
