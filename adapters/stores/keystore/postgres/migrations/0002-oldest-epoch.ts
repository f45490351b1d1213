import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/** The oldest epoch in which keys are inserted: one row. */
const table = `
  CREATE TABLE keystore.oldest_epoch (epoch integer NOT NULL, alone boolean PRIMARY KEY DEFAULT true CHECK (alone));
  INSERT INTO keystore.oldest_epoch (epoch) VALUES (0);
`

/**
 * As before, but an insert of a row of an older epoch fails, with SQLSTATE 55G01. The epoch is read after the rows are
 * inserted: by then no other session that changes it can still wait for them.
 */
const insert = `
  CREATE OR REPLACE FUNCTION keystore.insert(
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
    IF EXISTS (SELECT 1 FROM unnest(epochs) AS given, keystore.oldest_epoch AS oldest WHERE given < oldest.epoch)
      THEN RAISE EXCEPTION 'the epoch of a row is retired' USING ERRCODE = '55G01';
    END IF;
  END $$;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [table, insert]) sql(step)
}
