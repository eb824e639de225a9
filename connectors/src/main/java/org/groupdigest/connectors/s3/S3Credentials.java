package org.groupdigest.connectors.s3;

import java.io.Serializable;
import java.util.Objects;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.StoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** As whom we come to S3; says where the keys are and does not hold them. */
public sealed interface S3Credentials extends Serializable {
  /** Keys of a user. */
  static S3Credentials keys(Secret accessKeyId, Secret secretKey) {
    return new Keys(accessKeyId, secretKey);
  }

  /**
   * What the process finds by itself in the order of the AWS SDK: system properties, environment,
   * profile, the role of its container or machine.
   */
  static S3Credentials ofProcess() {
    return new OfProcess();
  }

  /**
   * A provider for a client.
   *
   * @throws StoreException when a secret is not where it should be
   */
  AwsCredentialsProvider provider();

  /**
   * Keys of a user.
   *
   * @param accessKeyId where the access key id is
   * @param secretKey where the secret key is
   */
  record Keys(Secret accessKeyId, Secret secretKey) implements S3Credentials {
    /** Checks that both are there. */
    public Keys {
      Objects.requireNonNull(accessKeyId, "accessKeyId");
      Objects.requireNonNull(secretKey, "secretKey");
    }

    @Override
    public AwsCredentialsProvider provider() {
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(accessKeyId.get(), secretKey.get()));
    }
  }

  /** Whatever the process finds. */
  record OfProcess() implements S3Credentials {
    @Override
    public AwsCredentialsProvider provider() {
      return DefaultCredentialsProvider.builder().build();
    }
  }
}
