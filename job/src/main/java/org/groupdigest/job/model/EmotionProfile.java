package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code emotion_agent}; every measure is in 0..1.
 *
 * @param tone one of positive, neutral, negative
 * @param intensity how strong the feelings are
 * @param conflict quarrel and blame
 * @param collaboration help, thanks and agreement
 * @param stress pressure and hurry
 * @param enthusiasm joy and drive
 * @param notes short remarks, may be empty
 */
public record EmotionProfile(
    String tone,
    double intensity,
    double conflict,
    double collaboration,
    double stress,
    double enthusiasm,
    List<String> notes) {}
