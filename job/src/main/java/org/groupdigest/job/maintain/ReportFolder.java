package org.groupdigest.job.maintain;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.groupdigest.job.model.Json;

/**
 * A folder with the last report: {@code report.json} for programs, {@code report.txt} for people,
 * {@code maintenance.prom} for a node exporter. A file is there whole or not at all.
 */
public final class ReportFolder {
  private final Path folder;

  /**
   * @param folder made when it is not there
   */
  public ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Replaces the last report. A dry run leaves the metrics as they are: they tell of what was done.
   *
   * @return the text for people
   */
  public String write(MaintenanceReport report) throws IOException {
    Files.createDirectories(folder);
    String text = ReportText.of(report);
    replace("report.json", json(report));
    replace("report.txt", text);
    if (!report.dryRun()) {
      replace("maintenance.prom", PrometheusText.of(report));
    }
    return text;
  }

  private static String json(MaintenanceReport report) throws JsonProcessingException {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
  }

  private void replace(String name, String text) throws IOException {
    Path draft = Files.writeString(folder.resolve("." + name + ".tmp"), text);
    Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
