/**
 * Objects in S3 and in servers that speak its protocol: keys that no id can leave, a client that
 * answers with values, and a sink. A key's content never moves backwards, and is not sent for good
 * when it is there already.
 *
 * <p>The user needs {@code s3:GetObject}, {@code s3:PutObject}, {@code s3:DeleteObject} and {@code
 * s3:ListBucket} on the bucket.
 */
package org.groupdigest.connectors.s3;
