package org.groupdigest.job.ingest.file.record;

/**
 * File that is attached to an exported message; each part may be null.
 *
 * @param name name that people gave it
 * @param mimeType kind of its content
 * @param size bytes, 0 when not known
 * @param uri path inside the export, or address without secrets
 * @param description what a reader would see of it
 */
public record ExportedFile(
    String name, String mimeType, long size, String uri, String description) {}
