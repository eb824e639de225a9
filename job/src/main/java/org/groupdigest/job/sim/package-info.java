/**
 * A server that stands in for a language model: it speaks the protocols of OpenAI and GigaChat,
 * answers the product's own prompts through the built-in engine, writes down every request, and can
 * be told to fail or lie. For tests, dry runs of cost, and demonstrations; never in production.
 */
package org.groupdigest.job.sim;
