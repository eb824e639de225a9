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
 * Passwords that are given to programs on the command line: {@code curl -u name:password}, {@code
 * mysql -ppassword}, {@code sshpass -p password} and their kin. Variables are none.
 */
public final class CommandSecretDetector implements Detector {

  private static final String GAP = "[^\\n\\uFFFC]{0,200}?";
  private static final String VALUE =
      "(?:\"([^\"\\n$]{3,128})\"|'([^'\\n]{3,128})'|([^\\s\"'`$<>\\uFFFC\\[{][^\\s\"'`\\uFFFC]{2,127}))";

  /** The secret is the group that matched. */
  private static final List<Pattern> COMMANDS =
      List.of(
          // curl, wget and HTTPie: name and password
          Pattern.compile(
              "\\b(?:curl|wget|https?|xh)\\b"
                  + GAP
                  + "\\s(?:-u|--user|-a|--auth|-U|--proxy-user)[ =]?"
                  + "(?:\"[^\\s:\"$@/]{1,64}:([^\"\\n$]{3,128})\"|'[^\\s:'@/]{1,64}:([^'\\n]{3,128})'"
                  + "|[^\\s:\"'$@/]{1,64}:([^\\s\"'$\\uFFFC]{3,128}))"),
          // MySQL and MariaDB take the password glued to its flag
          Pattern.compile(
              "\\b(?:mysql|mariadb)(?:dump|admin|import|check|show|pump)?\\b"
                  + GAP
                  + "\\s-p"
                  + "(?![ =])"
                  + VALUE),
          Pattern.compile(
              "\\b(?:sshpass|docker\\s+login|podman\\s+login|helm\\s+registry\\s+login|mongo(?:sh|dump|restore)?|az\\s+login|oc\\s+login|rdesktop|xfreerdp)\\b"
                  + GAP
                  + "\\s(?:-p|/p:)[ =]?"
                  + VALUE),
          Pattern.compile("\\bredis-cli\\b" + GAP + "\\s-a[ =]?" + VALUE),
          Pattern.compile(
              "\\bldap(?:search|modify|add|delete|whoami)\\b" + GAP + "\\s-w[ =]?" + VALUE),
          Pattern.compile("\\bsmbclient\\b" + GAP + "\\s-U[ =]?[^\\s%]{1,64}%" + VALUE),
          Pattern.compile("\\bhtpasswd\\s+-[a-zA-Z]*b[a-zA-Z]*\\s+\\S+\\s+\\S+\\s+" + VALUE),
          // Options with a name of their own, of any program
          Pattern.compile(
              "\\s--(?:http-|ftp-|db-|admin-|root-|proxy-)?(?:password|passwd|pass|passphrase|secret|token|api-key|apikey|auth-token|access-token)\\s(?=\\S*[0-9!@#%^&*+=])"
                  + VALUE));

  private static final String FLAGS = "upawUbnc-";
  private static final List<String> PROGRAMS =
      List.of(
          "curl",
          "wget",
          "http",
          "mysql",
          "mariadb",
          "sshpass",
          "login",
          "mongo",
          "redis-cli",
          "ldap",
          "smbclient",
          "htpasswd",
          "rdesktop",
          "freerdp",
          " --");

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    String text = scanned.folded().text();
    if (!hasFlag(text) || !hasProgram(text)) {
      return;
    }
    for (Pattern command : COMMANDS) {
      Matcher matcher = command.matcher(text);
      while (matcher.find()) {
        report(matcher, finds);
      }
    }
  }

  private static boolean hasProgram(String text) {
    for (String program : PROGRAMS) {
      if (text.contains(program)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a flag occurs that takes a password: a cheap look before the search. */
  private static boolean hasFlag(String text) {
    for (int at = text.indexOf(" -"); at >= 0; at = text.indexOf(" -", at + 1)) {
      char next = at + 2 < text.length() ? text.charAt(at + 2) : ' ';
      if (FLAGS.indexOf(next) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void report(Matcher matcher, Consumer<Find> finds) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String secret = matcher.group(group);
      if (secret != null) {
        finds.accept(new Find(PiiKind.SECRET, matcher.start(group), matcher.end(group), secret));
      }
    }
  }
}
