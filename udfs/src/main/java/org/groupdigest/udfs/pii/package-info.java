/**
 * Masking of personal and secret data in text: the masker, its keys, its placeholders and what it
 * found.
 */
package org.groupdigest.udfs.pii;
