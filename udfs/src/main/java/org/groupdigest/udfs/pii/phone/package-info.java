/**
 * Detection of telephone numbers: international ones, national forms, and words that name a number.
 */
package org.groupdigest.udfs.pii.phone;
