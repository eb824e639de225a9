package org.groupdigest.job.context.thread.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text form of a {@link LinkModel}. A header line with the version, {@code doubt VALUE}, then
 * for each network {@code network HIDDEN} and a line a feature: its name and the weights of the
 * hidden units in thousandths. Features are found by name; one that is missing or unknown makes the
 * file unusable, because weights without their feature mean nothing.
 */
public final class LinkModelFile {

  private static final String HEADER = "thread-link-model 1";
  private static final String BUNDLED = "/threads/link-model.txt";
  private static final double SCALE = 1000;
  private static final List<String> ROWS = rowNames();

  private LinkModelFile() {}

  /** The model that comes with the product. */
  public static LinkModel bundled() {
    try (InputStream in = LinkModelFile.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("resource " + BUNDLED + " is missing");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a model. Throws {@link IllegalArgumentException} when it does not fit this code. */
  public static LinkModel read(String text) {
    List<String[]> lines =
        text.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).toList();
    if (lines.size() < 2 || !String.join(" ", lines.get(0)).equals(HEADER)) {
      throw new IllegalArgumentException("not a " + HEADER);
    }
    double doubt = Double.parseDouble(lines.get(1)[1]);
    List<Network> networks = new ArrayList<>();
    for (int i = 2; i < lines.size(); i += ROWS.size() + 1) {
      int hidden = Integer.parseInt(lines.get(i)[1]);
      int to = Math.min(lines.size(), i + 1 + ROWS.size());
      networks.add(network(hidden, lines.subList(i + 1, to)));
    }
    return new LinkModel(networks, doubt);
  }

  /** Writes a model; weights are rounded to thousandths. */
  public static String write(LinkModel model) {
    StringBuilder text = new StringBuilder(HEADER).append("\ndoubt ").append(model.doubt());
    for (Network network : model.networks()) {
      text.append("\nnetwork ").append(network.hidden());
      for (int row = 0; row < ROWS.size(); row++) {
        int from = row * network.hidden();
        text.append('\n').append(ROWS.get(row)).append(' ');
        text.append(
            Arrays.stream(network.weights(), from, from + network.hidden())
                .mapToObj(weight -> Long.toString(Math.round(weight * SCALE)))
                .collect(Collectors.joining(" ")));
      }
    }
    return text.append('\n').toString();
  }

  private static Network network(int hidden, List<String[]> lines) {
    Map<String, String[]> byName = new HashMap<>();
    lines.forEach(line -> byName.put(line[0], line));
    if (!byName.keySet().equals(Set.copyOf(ROWS))) {
      throw new IllegalArgumentException("the model's features are not those of this version");
    }
    double[] weights = new double[Network.size(hidden)];
    for (int row = 0; row < ROWS.size(); row++) {
      String[] line = byName.get(ROWS.get(row));
      if (line.length != hidden + 1) {
        throw new IllegalArgumentException(
            "feature " + line[0] + " has not " + hidden + " weights");
      }
      for (int unit = 0; unit < hidden; unit++) {
        weights[row * hidden + unit] = Integer.parseInt(line[unit + 1]) / SCALE;
      }
    }
    return new Network(hidden, weights);
  }

  private static List<String> rowNames() {
    List<String> names = new ArrayList<>();
    for (MessageFeature feature : MessageFeature.values()) {
      names.add("message." + feature.name());
    }
    for (PairFeature feature : PairFeature.values()) {
      names.add("pair." + feature.name());
    }
    names.add("bias");
    names.add("output");
    return List.copyOf(names);
  }
}
