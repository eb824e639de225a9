/**
 * Reading of a text by detectors: folded characters, groups of digits, words near a number, and
 * what a find is.
 */
package org.groupdigest.udfs.pii.scan;
