/** Digests as objects in S3: a JSON document, a page, and a record of each attachment shown. */
package org.groupdigest.job.stores.objects;
