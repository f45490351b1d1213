import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/**
 * The rows of the short-term store. An unlogged table stands neither in the write-ahead log nor in a base backup, and a
 * server that was killed empties it.
 */
const table = `
  CREATE UNLOGGED TABLE short_term.entries (
    id bytea PRIMARY KEY CHECK (length(id) = 32),
    ends_at integer NOT NULL,
    content bytea NOT NULL
  );
  ALTER TABLE short_term.entries ALTER COLUMN content SET STORAGE PLAIN;
`

/**
 * Removes the rows that have ended, and rewrites the others into a new file: all in one transaction, in the order of their
 * ids. An id is an HMAC, so its order is random. What is left tells no order of writing: neither places nor transaction
 * numbers of rows, nor dead rows, nor the index.
 *
 * Requests wait meanwhile, some ms. The function waits only a moment for its lock, and the caller tries again later.
 */
const rewrite = `
  CREATE FUNCTION short_term.rewrite(now integer) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET lock_timeout = '100ms' AS $$
  DECLARE
    living short_term.entries[];
  BEGIN
    LOCK TABLE short_term.entries IN ACCESS EXCLUSIVE MODE;
    SELECT array_agg(e ORDER BY e.id) INTO living FROM short_term.entries AS e WHERE e.ends_at > now;
    TRUNCATE short_term.entries;
    INSERT INTO short_term.entries SELECT * FROM unnest(living);
  END $$;
  REVOKE ALL ON FUNCTION short_term.rewrite(integer) FROM PUBLIC;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [table, rewrite]) sql(step)
}
