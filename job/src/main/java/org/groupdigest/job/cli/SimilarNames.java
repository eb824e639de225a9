package org.groupdigest.job.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Names of commands and options that a mistyped one may have meant. */
final class SimilarNames {

  private SimilarNames() {}

  /** The nearest names of the command that was asked, at most two edits away; often empty. */
  static List<String> of(UnmatchedArgumentException unmatched) {
    String given = unmatched.getUnmatched().get(0);
    CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
    return of(
        given, given.startsWith("-") ? optionNames(spec) : spec.subcommands().keySet().stream());
  }

  static List<String> of(String given, Stream<String> names) {
    int most = Math.min(2, given.replace("-", "").length() / 2);
    List<String> near = names.filter(name -> edits(given, name) <= most).sorted().toList();
    int least = near.stream().mapToInt(name -> edits(given, name)).min().orElse(0);
    return near.stream().filter(name -> edits(given, name) == least).toList();
  }

  private static Stream<String> optionNames(CommandSpec spec) {
    return spec.options().stream().flatMap(option -> Stream.of(option.names()));
  }

  /** Levenshtein distance with swaps of neighbours (optimal string alignment). */
  static int edits(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int least(int[][] cost, String left, String right, int i, int j) {
    char a = left.charAt(i - 1);
    char b = right.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (a == b ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
