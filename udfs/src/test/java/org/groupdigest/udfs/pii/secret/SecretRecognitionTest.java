package org.groupdigest.udfs.pii.secret;

import static org.groupdigest.udfs.pii.PiiTexts.assertFound;
import static org.groupdigest.udfs.pii.PiiTexts.assertNothing;

import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that are known by their form or by the program or address that they are given to. */
class SecretRecognitionTest {

  private static final String HEX32 = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post to https://hooks.slack.com/services/«T0AB12CD3/B0EF45GH6/q1w2e3r4t5y6u7i8o9p0a1s2» please",
        "https://hooks.slack.com/workflows/«T0AB12CD3/A0EF45GH6/123456789/q1w2e3r4t5y6»",
        "хук https://discord.com/api/webhooks/«112233445566778899/AbCd-EfGh_IjKl0123456789mnop»",
        "https://discordapp.com/api/v10/webhooks/«112233445566778899/AbCd-EfGh_IjKl0123456789mnop»",
        "https://acme.webhook.office.com/webhookb2/«0a1b2c3d-0000-1111-2222-333344445555@t1/IncomingWebhook/ab12»",
        "https://hooks.zapier.com/hooks/catch/«1234567/ab12cd3/»",
        "https://hook.eu1.make.com/«ab12cd34ef56gh78ij90kl12mn34op56»",
        "https://chat.acme.test/hooks/«ab12cd34ef56gh78ij90kl12mn»",
        "https://maker.ifttt.com/trigger/door/with/key/«ab12cd34ef56gh78ij90»"
      })
  void pathOfAnIncomingWebhookIsMasked(String marked) {
    assertFound(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://b.s3.example.org/x?X-Amz-Expires=60&X-Amz-Signature=«00aa11bb22cc33dd44ee55ff»",
        "https://a.blob.example.net/c/f?sv=2024-01-01&sr=b&sig=«Ab12%2BCd34Ef56Gh78%3D»",
        "https://storage.example.com/f?X-Goog-Signature=«00aa11bb22cc33dd44ee55ff»&x=1",
        "https://example.org/in?token=«ab12cd34ef56gh78»&lang=de",
        "see https://maps.example.org/js?key=«ab12cd34ef56gh78ij»"
      })
  void signatureInALinkIsMasked(String marked) {
    assertFound(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -u bob:«Tr0ub4dor» https://example.org",
        "curl -s -X POST --user \"bob:«two words»\" https://example.org",
        "curl https://example.org -u 'bob:«qwerty!»'",
        "http -a bob:«qwerty» example.org",
        "mysql -u root -p«qwerty» shop",
        "mysqldump -h db -p'«two words»' shop > dump.sql",
        "запусти mysql -uroot -p«Пароль1» и все",
        "sshpass -p «qwerty» ssh root@box",
        "docker login -u bob -p «qwerty»",
        "redis-cli -h cache -a «qwerty» ping",
        "ldapsearch -x -D cn=admin -w «qwerty»",
        "deploy --token «ab12cd34» now",
        "backup --db-password «p@ssw0rd»"
      })
  void passwordOnACommandLineIsMasked(String marked) {
    assertFound(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -u $USER:$PASS https://example.org",
        "curl -u bob https://example.org",
        "mysql -u root -p shop",
        "mysql --port 3306",
        "use --password option to log in",
        "docker run -p 8080:80 nginx",
        "mkdir -p build/out",
        "ssh -p 2222 box",
        "the webhook at hooks.slack.com was down",
        "https://example.org/hooks/list",
        "https://example.org/search?key=value&code=summer",
        "https://example.org/v?id=12345678901234567890"
      })
  void commandsAndLinksWithoutASecretStay(String text) {
    assertNothing(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MTAxMjM0NTY3ODkwMTIzNDU2.Gabc12.abcdefghijklmnopqrstuvwxyz0",
        "123456789:AAabcdefghijklmnopqrstuvwxyz0123456",
        "secret_abcdefghijklmnopqrstuvwxyz0123456789abcdefg",
        "ntn_12345678901abcdefghijklmnopqrstuvwxyz",
        "SK" + HEX32,
        "key-" + HEX32,
        HEX32 + "-0a1b2c3d-4e5f6071",
        HEX32 + "-us12",
        "dapi" + HEX32,
        "glpat-abcdefghij0123456789",
        "glrt-abcdefghij0123456789",
        "glpat-abcdefghijABCDEFGHIJ0123456.01.120abcdef",
        "glrt-t1_abcdefghijABCDEFGHIJ01.0a.1z0abcdef",
        "vcp_abcdefghijklmnopqrstuvwxyz0123456789ABCD",
        "cfat_abcdefghijklmnopqrstuvwxyz0123456789ABCD",
        "github_pat_abcdefghij0123456789abcd",
        "sk-ant-api03-abcdefghij0123456789",
        "sk-proj-abcdefghij0123456789",
        "gsk_abcdefghijklmnopqrstuvwxyz012345",
        "rk_test_abcdefghij0123456789",
        "xoxe-1-abcdefghij0123",
        "npm_abcdefghijklmnopqrstuvwxyz0123456789",
        "pypi-AgEIcHlwaS5vcmcabcdefghijklmnop0123",
        "rubygems_0123456789abcdef0123456789abcdef",
        "HRKU-AAabcdefghijklmnopqrstuvwxyz0123",
        "vk1.a.abcdefghijklmnopqrstuvwxyz0123456789",
        "y0_AgAAAAabcdefghijklmnopqrstuvwxyz0123",
        "AQVNabcdefghijklmnopqrstuvwxyz0123456789",
        "YCAJEabcdefghijklmnopqrstuvwxyz012345678",
        "hvs.CAESIabcdefghij0123456789",
        "lin_api_abcdefghijklmnopqrstuvwxyz0123456789",
        "PMAK-0123456789abcdef01234567-0123456789abcdef",
        "figd_abcdefghijklmnopqrstuvwxyz0123456789",
        "xkeysib-0123456789abcdef0123456789abcdef0123456789abcdef",
        "shpss_0123456789abcdef0123456789abcdef"
      })
  void keyOfAnIssuerIsMaskedWherePlainTextSurroundsIt(String key) {
    assertFound(PiiKind.SECRET, "new key «" + key + "» for the bot");
    assertFound(PiiKind.SECRET, "(«" + key + "»), не показывай");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key-differences-between-java-and-kotlin-in-2024",
        "live_coding_with_the_team_this_evening_1",
        "SK0123456789",
        "release-candidate-2024-11-10-with-fixes",
        "org.example.project.module.Name2",
        "1f2e3d4c5b6a79880123456789abcdef01234567",
        "550e8400-e29b-41d4-a716-446655440000",
        "oy2 is no key"
      })
  void namesThatOnlyResembleKeysStay(String text) {
    assertNothing(text);
  }
}
