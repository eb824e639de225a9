/**
 * Clients of language models over HTTP: chat and embeddings, asynchronous, with typed failures.
 *
 * <p>An {@link org.groupdigest.connectors.llm.LlmEndpoint} says where a provider is and which
 * protocol it speaks, {@link org.groupdigest.connectors.llm.LlmClients} opens a client for it. Each
 * request is sent once; whether and when to try again is decided by the callers.
 */
package org.groupdigest.connectors.llm;
