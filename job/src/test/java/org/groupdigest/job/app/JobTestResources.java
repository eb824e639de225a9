package org.groupdigest.job.app;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link TestServers} and the {@link FinishedStream} of this JVM: made when first
 * asked for, closed after the last test class.
 */
final class JobTestResources implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(JobTestResources.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestServers.class || type == FinishedStream.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    TestServers servers = store.getOrComputeIfAbsent("servers", key -> start(), TestServers.class);
    return parameter.getParameter().getType() == TestServers.class
        ? servers
        : store.getOrComputeIfAbsent("stream", key -> run(servers), FinishedStream.class);
  }

  private static TestServers start() {
    try {
      return new TestServers();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static FinishedStream run(TestServers servers) {
    try {
      return FinishedStream.run(servers);
    } catch (Exception e) {
      throw new IllegalStateException("the job did not finish its records", e);
    }
  }
}
