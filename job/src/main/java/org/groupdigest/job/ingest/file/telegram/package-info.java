/** Reader of Telegram Desktop exports. */
package org.groupdigest.job.ingest.file.telegram;
