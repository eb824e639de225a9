/** Reader of the JSON that DiscordChatExporter writes of a channel. */
package org.groupdigest.job.ingest.file.discord;
