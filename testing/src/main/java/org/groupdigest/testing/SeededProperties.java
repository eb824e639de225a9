package org.groupdigest.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Gives every property the seed and the tries of {@link Seeds}, unless it names its own seed. */
public final class SeededProperties implements AroundPropertyHook {

  private static final int USUAL_TRIES = 1_000;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    if (attributes.seed().isEmpty()) {
      Seeds.chosen(System.getProperty("test.seed", ""))
          .ifPresent(seed -> attributes.setSeed(Long.toString(seed)));
    }
    if (Seeds.times() > 1) {
      attributes.setTries(attributes.tries().orElse(USUAL_TRIES) * Seeds.times());
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  /** Outside every other hook, which may look at the attributes. */
  @Override
  public int aroundPropertyProximity() {
    return -100;
  }
}
