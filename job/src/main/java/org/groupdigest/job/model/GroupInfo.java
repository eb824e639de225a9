package org.groupdigest.job.model;

/**
 * What is known of a group besides its id.
 *
 * @param title shown name, or null
 * @param username public name for links, or null
 * @param source where the messages come from: {@code telegram}, {@code irc}, ... never null
 */
public record GroupInfo(String title, String username, String source) {}
