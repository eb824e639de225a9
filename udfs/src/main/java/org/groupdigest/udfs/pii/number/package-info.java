/** Detection of numbers with a known shape: payment cards, bank accounts, Russian documents. */
package org.groupdigest.udfs.pii.number;
