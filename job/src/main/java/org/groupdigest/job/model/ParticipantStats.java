package org.groupdigest.job.model;

/**
 * How one sender took part in a window, duplicates counted.
 *
 * @param senderId stable id
 * @param username shown name, see {@link Message#author()}
 * @param bot whether it is a bot
 * @param messages messages written
 * @param repliesSent messages of theirs that answer another sender
 * @param repliesReceived answers of others to them
 * @param questions messages with a question
 * @param reactionsReceived reactions on their messages
 * @param characters code points written
 * @param mediaItems attachments sent
 * @param threadsStarted threads whose first message is theirs
 */
public record ParticipantStats(
    String senderId,
    String username,
    boolean bot,
    int messages,
    int repliesSent,
    int repliesReceived,
    int questions,
    int reactionsReceived,
    long characters,
    int mediaItems,
    int threadsStarted) {}
