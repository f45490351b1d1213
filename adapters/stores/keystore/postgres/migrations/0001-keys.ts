import type { Migrating } from '../../../postgres/migrate'

/**
 * One row a scope; a row without a wrapped key is fenced. `class` is a code. Whose a scope is stands in no column, and
 * nothing tells an order of making but what the server keeps of itself (`xmin`, and where a row lies), which each
 * epoch's rewriting takes away.
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
 * Adds all rows or none, and answers the scopes that have one already. It looks before it writes, so that a refusal
 * leaves no bytes behind; a scope that gets its row between the two undoes what was added.
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

export const up = ({ sql }: Migrating): void => {
  for (const step of [tables, insert]) sql(step)
}
