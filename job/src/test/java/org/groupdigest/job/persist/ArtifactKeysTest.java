package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactKeysTest {

  @Property(tries = 1_000)
  void aKeyLeadsBackToItsIds(
      @ForAll("ids") String tenant,
      @ForAll("ids") String group,
      @ForAll("ids") String window,
      @ForAll Stage stage) {
    ArtifactKey key = new ArtifactKey(new GroupKey(tenant, group), window, stage);

    assertThat(ArtifactKeys.parse(key.redisKey())).contains(key);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.of(HostileIds.ALL),
        Arbitraries.strings().withChars(":%{}*?[]\\ua3AD8").ofMinLength(1).ofMaxLength(12),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "digest",
        "digest:t:g:w",
        "digest:t:g:w:topic_agent:x",
        "digest:t:g:baseline:24",
        "digest:t:g:w:TOPIC_AGENT",
        "digest:t:g:w:some_agent",
        "other:t:g:w:topic_agent",
        // Other ways to write ids that are written otherwise.
        "digest:%74:g:w:topic_agent",
        "digest:a%3ab:g:w:topic_agent",
        "digest:{t}:g:w:topic_agent",
        "digest:t%:g:w:topic_agent",
        "digest:%u0041:g:w:topic_agent"
      })
  void aKeyOfSomebodyElseIsNotRead(String key) {
    assertThat(ArtifactKeys.parse(key)).isEmpty();
  }

  @Test
  void globCharactersOfATenantStandForThemselves() {
    assertThat(ArtifactKeys.pattern("acme")).isEqualTo("digest:acme:*");
    assertThat(ArtifactKeys.pattern("a*b?[c]^\\")).isEqualTo("digest:a\\*b\\?\\[c\\]\\^\\\\:*");
    assertThat(ArtifactKeys.pattern("a:b")).isEqualTo("digest:a%3Ab:*");
  }

  @Test
  void noTwoTenantsShareAPattern() {
    List<String> patterns = HostileIds.ALL.stream().map(ArtifactKeys::pattern).toList();
    assertThat(patterns).doesNotHaveDuplicates();
  }
}
