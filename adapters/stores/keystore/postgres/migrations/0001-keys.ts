import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/**
 * One row a scope; a row without a wrapped key is fenced. `class` is a code. No column names the borrower of a scope, or
 * tells in which order keys were made; each epoch's rewrite removes what the server itself stores of that order (`xmin`,
 * the place of a row).
 */
const tables = `
  CREATE TABLE keystore.library (id text NOT NULL, alone boolean PRIMARY KEY DEFAULT true CHECK (alone));
  CREATE TABLE keystore.keys (
    scope uuid PRIMARY KEY,
    class smallint NOT NULL,
    version integer NOT NULL,
    epoch integer NOT NULL,
    wrapped bytea CHECK (length(wrapped) = 105),
    fingerprint bytea NOT NULL,
    certificate uuid
  );
`

/**
 * Inserts all rows or none, and answers the scopes that have a row already. It reads before it writes, so that a refusal
 * leaves no bytes in the table; a row that another session inserts in between rolls back the insert.
 */
const insert = `
  CREATE FUNCTION keystore.insert(
    scopes uuid[], classes smallint[], versions integer[], epochs integer[], wraps bytea[], fingerprints bytea[]
  ) RETURNS SETOF uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    added integer;
  BEGIN
    RETURN QUERY SELECT k.scope FROM keystore.keys k WHERE k.scope = ANY (scopes);
    IF FOUND THEN RETURN; END IF;
    INSERT INTO keystore.keys
      SELECT * FROM unnest(scopes, classes, versions, epochs, wraps, fingerprints) AS given ORDER BY 1
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF added < cardinality(scopes) THEN RAISE unique_violation USING MESSAGE = 'a scope has a row already'; END IF;
  END $$;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [tables, insert]) sql(step)
}
