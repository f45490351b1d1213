import type { SchemaMigrationBuilder } from '../../../../stores/postgres/migrate-postgres-schema'

/**
 * Leases, checkpoints of reactors and registered processes. No row is about a person. A lease stores only its latest end.
 * Rows of leases are never deleted, so that tokens only grow.
 */
const tables = `
  CREATE TABLE coordination.leases (
    name text PRIMARY KEY,
    token bigint NOT NULL,
    until timestamptz NOT NULL
  );
  CREATE TABLE coordination.checkpoints (
    reactor text PRIMARY KEY,
    position text NOT NULL
  );
  CREATE TABLE coordination.processes (
    process uuid PRIMARY KEY,
    folder uuid NOT NULL,
    answered integer NOT NULL,
    until timestamptz NOT NULL
  );
  CREATE TABLE coordination.question (
    number integer NOT NULL,
    about bytea NOT NULL,
    alone boolean PRIMARY KEY DEFAULT true CHECK (alone)
  );
  INSERT INTO coordination.question (number, about) VALUES (0, '');
  CREATE TABLE coordination.secrets (
    folder uuid PRIMARY KEY,
    secret bytea NOT NULL CHECK (length(secret) = 32)
  );
`

export const up = ({ sql }: SchemaMigrationBuilder): void => sql(tables)
