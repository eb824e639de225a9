package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'), JsonNode.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultCanBeNamed(Fault fault) {
    assertThat(FaultText.with(SimFaults.none(), fault.wireName() + "=0.25").shares())
        .isEqualTo(Map.of(fault, 0.25));
  }

  @Test
  void aNameAloneMeansAlways() {
    assertThat(FaultText.with(SimFaults.none(), "dead").shares())
        .isEqualTo(Map.of(Fault.DEAD, 1.0));
  }

  @Test
  void tenantsMayHaveAnySign() {
    SimFaults faults = FaultText.withTenant(SimFaults.none(), "a=b:c=hang:0.5");
    faults = FaultText.withTenant(faults, "acme=dead");
    assertThat(faults.tenants())
        .containsEntry(Tenants.hash("a=b:c"), Map.of(Fault.HANG, 0.5))
        .containsEntry(Tenants.hash("acme"), Map.of(Fault.DEAD, 1.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flood=0.1", "hang=much", "hang=2", "=1", ""})
  void whatIsNotAFaultIsRefused(String option) {
    assertThatThrownBy(() -> FaultText.with(SimFaults.none(), option))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "acme=flood", "=dead", "acme=hang:many"})
  void whatIsNotATenantsFaultIsRefused(String option) {
    assertThatThrownBy(() -> FaultText.withTenant(SimFaults.none(), option))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void jsonSaysAllOfIt() {
    SimFaults faults =
        FaultText.read(
            json(
                "{'shares':{'hang':0.05},'tenants':{'acme':{'dead':1}},'retry_after_ms':2500,"
                    + "'slow_factor':4,'lies':['wrong_author']}"));
    assertThat(faults)
        .isEqualTo(
            SimFaults.none()
                .with(Fault.HANG, 0.05)
                .withTenant("acme", Fault.DEAD, 1)
                .retryingAfter(Duration.ofMillis(2_500))
                .slowerBy(4)
                .lyingBy(List.of(LieKind.WRONG_AUTHOR)));
    assertThat(FaultText.write(faults))
        .hasToString(
            ("{'shares':{'hang':0.05},'tenant_hashes':{'"
                    + Tenants.hash("acme")
                    + "':{'dead':1.0}},'retry_after_ms':2500,'slow_factor':4.0,"
                    + "'lies':['wrong_author']}")
                .replace('\'', '"'));
  }

  @Test
  void emptyJsonMeansNoFaults() {
    assertThat(FaultText.read(json("{}"))).isEqualTo(SimFaults.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'shares':{'flood':1}}", "{'lies':['white']}", "{'slow_factor':0}"})
  void wrongJsonIsRefused(String text) {
    assertThatThrownBy(() -> FaultText.read(json(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
