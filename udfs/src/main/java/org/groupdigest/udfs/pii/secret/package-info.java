/** Detection of secrets: keys of known form, named passwords, credentials in URLs and commands. */
package org.groupdigest.udfs.pii.secret;
