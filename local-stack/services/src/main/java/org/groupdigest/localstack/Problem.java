package org.groupdigest.localstack;

/** Why a server did not start; stable names that callers may switch on. */
public enum Problem {
  /** A port that was asked for is taken. */
  PORT_IN_USE,
  /** The data folder cannot be made or written. */
  FOLDER_NOT_WRITABLE,
  /** Another stack holds the data folder. */
  FOLDER_IN_USE,
  /** The broker's jars were not found. */
  MISSING_JARS,
  /** There are no binaries for this operating system and processor, or no bash. */
  UNSUPPORTED_PLATFORM,
  /** The server ended, or did not answer in time. */
  DID_NOT_START,
  /** The start was given up because the stack was closed meanwhile. */
  CLOSED_WHILE_STARTING
}
