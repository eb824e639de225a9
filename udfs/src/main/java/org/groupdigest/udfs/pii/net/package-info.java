/** Detection of addresses in networks: e-mail and IP. */
package org.groupdigest.udfs.pii.net;
