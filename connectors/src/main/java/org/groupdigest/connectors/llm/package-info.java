/** Clients of language models over HTTP: chat and embeddings, asynchronous, with typed failures. */
package org.groupdigest.connectors.llm;
