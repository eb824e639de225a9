/**
 * Postgres for many tenants in one database: transactions bound to one tenant by row-level
 * security, migrations, and failures sorted into passing and lasting ones.
 */
package org.groupdigest.connectors.postgres;
