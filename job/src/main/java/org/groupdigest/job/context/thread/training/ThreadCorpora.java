package org.groupdigest.job.context.thread.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The annotated chats of the development data, parted so that nothing is measured on what a model
 * was trained on. Trained on: the IRC training logs that the held-out stretches were not taken
 * from, and two thirds of the dialogues. Chosen on: the official development logs. Held out: the
 * rest.
 */
public final class ThreadCorpora {

  private static final String IRC = "irc-disentanglement";
  private static final String UBUNTU = "ubuntu-irc-dev";
  private static final String CHANNELS = "irc-channels-dev";
  private static final String TEXT = ".ascii.txt";
  private static final String ANNOTATION = ".annotation.txt";

  private final Path data;

  /** Reads from a folder of development data. */
  public ThreadCorpora(Path data) {
    this.data = data;
  }

  /**
   * The data folder: {@code $DIGEST_SHARED/data}, else {@code shared/data} beside this or an outer
   * folder of the working directory; empty when there is none.
   */
  public static Optional<Path> find() {
    String given = System.getenv("DIGEST_SHARED");
    Stream<Path> places =
        given != null
            ? Stream.of(Path.of(given))
            : Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolveSibling("shared"));
    return places.map(place -> place.resolve("data")).filter(ThreadCorpora::isPresent).findFirst();
  }

  /** Whether a folder holds the data. */
  public static boolean isPresent(Path folder) {
    return Files.isRegularFile(folder.resolve(UBUNTU + ".gold-links.jsonl"));
  }

  /** IRC logs to train on. */
  public List<AnnotatedLog> trainingLogs() throws IOException {
    SortedMap<String, String> texts =
        TarGz.texts(data.resolve(IRC).resolve("train-2007-10-to-2017.tar.gz"));
    Set<String> heldOut = new GoldLinksReader(data).sources(UBUNTU);
    return logs(texts).stream().filter(log -> !heldOut.contains(log.name())).toList();
  }

  /** Short dialogues to train on. */
  public List<AnnotatedLog> trainingDialogues() throws IOException {
    List<AnnotatedLog> all = dialogues();
    return all.subList(0, 2 * all.size() / 3);
  }

  /** IRC logs to choose settings on. */
  public List<AnnotatedLog> selectionLogs() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(data.resolve(IRC).resolve("dev"))) {
      for (Path file : files.toList()) {
        // Some bytes of these logs are no UTF-8: they are replaced, not refused.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        texts.put(String.valueOf(file.getFileName()), text);
      }
    }
    return logs(texts);
  }

  /** Held-out stretches of a crowded IRC channel. */
  public List<AnnotatedLog> heldOutStretches(boolean halfOfRepliesGiven) throws IOException {
    return new GoldLinksReader(data).read(UBUNTU, halfOfRepliesGiven);
  }

  /** Held-out stretches of four other channels. */
  public List<AnnotatedLog> heldOutChannels() throws IOException {
    return new GoldLinksReader(data).read(CHANNELS, false);
  }

  /** Held-out short dialogues. */
  public List<AnnotatedLog> heldOutDialogues() throws IOException {
    List<AnnotatedLog> all = dialogues();
    return all.subList(2 * all.size() / 3, all.size());
  }

  private List<AnnotatedLog> dialogues() throws IOException {
    return MolweniReader.read(data.resolve("reply-structure").resolve("molweni-dp-dev.json.gz"));
  }

  private static List<AnnotatedLog> logs(Map<String, String> texts) {
    List<AnnotatedLog> logs = new ArrayList<>();
    texts.forEach(
        (file, text) -> {
          if (file.endsWith(TEXT)) {
            String name = file.substring(0, file.length() - TEXT.length());
            logs.add(IrcLogReader.read(name, text, texts.get(name + ANNOTATION)));
          }
        });
    return logs;
  }
}
