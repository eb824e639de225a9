package org.groupdigest.job.files;

import java.util.List;

/**
 * Result of reading one input file.
 *
 * @param file the file
 * @param entries records that it gave, broken ones too
 * @param remarks things about it that a user must be told
 * @param cutOff where it ends, of a file that is incomplete; null of a whole one
 */
public record FileReport(String file, long entries, List<String> remarks, String cutOff) {}
