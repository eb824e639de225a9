package org.groupdigest.job.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.render.HtmlPage;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.render.MessageCatalog;

/** Writes digests as web pages with an index. */
public final class DigestPages {

  private final Path folder;
  private final HtmlPage pages;

  /**
   * @param folder where the pages go; made when it is not there
   * @param linkPatterns URL template by source
   */
  public DigestPages(Path folder, Map<String, String> linkPatterns) {
    this.folder = folder;
    this.pages = new HtmlPage(new MessageCatalog(), new LinkPattern(linkPatterns));
  }

  /** Writes a page for each digest, and the index in the language most of them are in. */
  public Path write(List<DigestRecord> digests) throws IOException {
    Files.createDirectories(folder);
    deleteEarlier();
    for (DigestRecord digest : digests) {
      Files.writeString(folder.resolve(HtmlPage.fileName(digest)), pages.digest(digest));
    }
    Path index = folder.resolve(HtmlPage.INDEX);
    Files.writeString(index, pages.index(language(digests), digests));
    return index;
  }

  /** Pages of an earlier run would stand beside an index that does not know them. */
  private void deleteEarlier() throws IOException {
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "*.html")) {
      for (Path page : pages) {
        if (HtmlPage.isPage(page)) {
          Files.delete(page);
        }
      }
    }
  }

  private static String language(List<DigestRecord> digests) {
    List<String> languages = new ArrayList<>(digests.stream().map(DigestRecord::language).toList());
    long russian = languages.stream().filter("ru"::equals).count();
    return russian * 2 > languages.size() ? "ru" : "en";
  }
}
