/** Names of people as a digest shows them: one name a person, told apart from all others. */
package org.groupdigest.job.context.people;
