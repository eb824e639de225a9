package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, as Maven left it in the jar. */
final class ProductVersion implements IVersionProvider {

  private static final String PROPERTIES =
      "/META-INF/maven/org.groupdigest/group-digest-job/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "digest " + built() + " (Java " + Runtime.version().feature() + ")",
    };
  }

  private static String built() throws IOException {
    try (InputStream resource = ProductVersion.class.getResourceAsStream(PROPERTIES)) {
      if (resource == null) {
        return "development";
      }
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version", "development");
    }
  }
}
