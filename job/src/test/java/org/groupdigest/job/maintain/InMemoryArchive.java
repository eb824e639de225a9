package org.groupdigest.job.maintain;

import java.util.TreeMap;
import org.groupdigest.connectors.s3.S3Object;

/** Archives in memory, with a hook on every write. */
final class InMemoryArchive implements ArtifactArchive {
  final TreeMap<String, S3Object> objects = new TreeMap<>();
  Runnable whenKept = () -> {};
  boolean lies;

  @Override
  public boolean keep(S3Object archive) {
    objects.merge(archive.key(), archive, (a, b) -> a.version() > b.version() ? a : b);
    whenKept.run();
    return !lies && objects.get(archive.key()).equals(archive);
  }

  @Override
  public long attempt(String key) {
    return objects.containsKey(key) ? objects.get(key).version() : 0;
  }

  @Override
  public void remove(String key) {
    objects.remove(key);
  }
}
