/** Made-up chats for measuring: the same seed gives the same bytes. */
package org.groupdigest.job.cli.madeup;
