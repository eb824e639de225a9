package org.groupdigest.job.ingest.file.record;

import java.util.Locale;
import java.util.Set;
import org.groupdigest.job.model.MediaKind;

/** Kind of an attachment by its type or its file name. */
public final class MediaKinds {

  private static final Set<String> IMAGES =
      Set.of("jpg", "jpeg", "png", "gif", "heic", "heif", "bmp", "tiff", "svg", "avif");
  private static final Set<String> VIDEOS =
      Set.of("mp4", "mov", "3gp", "avi", "mkv", "webm", "m4v", "mpg", "mpeg");
  private static final Set<String> SOUNDS =
      Set.of("opus", "ogg", "mp3", "m4a", "aac", "amr", "wav", "flac", "oga");

  private MediaKinds() {}

  /** Kind of a MIME type, null for none that is known. */
  public static MediaKind ofMimeType(String mimeType) {
    String type = mimeType == null ? "" : mimeType.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return MediaKind.IMAGE;
    }
    if (type.startsWith("video/")) {
      return MediaKind.VIDEO;
    }
    return type.startsWith("audio/") ? MediaKind.AUDIO : null;
  }

  /** Kind of a file by the end of its name; whatever is not known is a document. */
  public static MediaKind ofFileName(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (end.equals("webp")) {
      return MediaKind.STICKER;
    }
    if (IMAGES.contains(end)) {
      return MediaKind.IMAGE;
    }
    if (VIDEOS.contains(end)) {
      return MediaKind.VIDEO;
    }
    return SOUNDS.contains(end) ? MediaKind.AUDIO : MediaKind.DOCUMENT;
  }

  /** Kind by type, else by name; a picture that is called {@code .webp} is a sticker. */
  public static MediaKind of(String mimeType, String name) {
    MediaKind kind = ofMimeType(mimeType);
    return kind != null ? kind : name == null ? MediaKind.DOCUMENT : ofFileName(name);
  }
}
