/** Reader of chats that WhatsApp exports as text, alone or in a zip. */
package org.groupdigest.job.ingest.file.whatsapp;
