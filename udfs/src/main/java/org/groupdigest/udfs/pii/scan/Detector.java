package org.groupdigest.udfs.pii.scan;

import java.util.function.Consumer;

/**
 * Finds one family of values. Implementations are stateless, take time linear in the text, never
 * throw for any text, and report finds that do not overlap each other.
 */
public interface Detector {

  void detect(ScannedText text, Consumer<Find> finds);
}
