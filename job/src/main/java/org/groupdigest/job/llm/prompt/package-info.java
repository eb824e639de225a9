/**
 * Prompts: what is asked of a model for which stages, in which words, about which data, and in how
 * many tokens. The words are resources, {@code prompts/<part>-v1.<language>.txt}; the data is lines
 * inside a fence that no text of the chat can close.
 */
package org.groupdigest.job.llm.prompt;
