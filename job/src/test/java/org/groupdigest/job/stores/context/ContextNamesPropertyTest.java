package org.groupdigest.job.stores.context;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.groupdigest.job.model.GroupKey;

/** Ids of any kind get names of their own, and names that stay in their place. */
class ContextNamesPropertyTest {

  @Property
  void twoTenantsNeverShareANamespace(
      @ForAll @NotEmpty @StringLength(max = 12) String one,
      @ForAll @NotEmpty @StringLength(max = 12) String other) {
    assertThat(ContextNames.namespace(one).equals(ContextNames.namespace(other)))
        .isEqualTo(one.equals(other));
  }

  @Property
  void aNamespaceIsOneSegmentOfAPath(@ForAll @NotEmpty @StringLength(max = 128) String tenant) {
    assertThat(ContextNames.namespace(tenant)).matches("digest-[A-Za-z0-9._!-]+");
  }

  @Property
  void aMessageOfAnotherTenantGroupOrSizeIsAnotherDocument(
      @ForAll @NotEmpty @StringLength(max = 8) String a,
      @ForAll @NotEmpty @StringLength(max = 8) String b,
      @ForAll @NotEmpty @StringLength(max = 8) String id) {
    String document = ContextNames.document(new GroupKey(a, b), id, 24);
    assertThat(ContextNames.document(new GroupKey(a, b), id, 12)).isNotEqualTo(document);
    assertThat(ContextNames.document(new GroupKey(a + b, id), b, 24)).isNotEqualTo(document);
    assertThat(ContextNames.document(new GroupKey(a, b), id, 24)).isEqualTo(document);
  }
}
