package org.groupdigest.job.stores.objects;

import java.net.URI;
import java.nio.file.Path;
import org.groupdigest.connectors.s3.S3Config;
import org.groupdigest.connectors.s3.S3Credentials;
import org.groupdigest.connectors.s3.S3Sink;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.SkipRefused;

/** The bucket of a deployment. */
public final class ObjectStore {

  private ObjectStore() {}

  /** How to reach the bucket. */
  public static S3Config config(StoreSettings.Objects settings) {
    S3Config aws = S3Config.aws(settings.bucket(), settings.region(), credentials(settings));
    S3Config placed = settings.endpoint().isEmpty() ? aws : aws.at(URI.create(settings.endpoint()));
    return placed.withPathStyle(settings.pathStyle());
  }

  private static S3Credentials credentials(StoreSettings.Objects settings) {
    return settings.accessKeyFile().isEmpty()
        ? S3Credentials.ofProcess()
        : S3Credentials.keys(
            Secret.file(Path.of(settings.accessKeyFile())),
            Secret.file(Path.of(settings.secretKeyFile())));
  }

  /** Keeps the objects of digests. */
  public static S3Sink<DigestChange> sink(DigestSettings settings) {
    return S3Sink.<DigestChange>builder(config(settings.stores().objects()))
        .setEntriesConverter(new ObjectWrites(settings.linkPatterns()))
        .setRefusedEntries(new SkipRefused<>())
        .build();
  }
}
