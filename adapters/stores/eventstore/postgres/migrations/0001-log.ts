import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/**
 * One log a database. A repeat is looked up within its stream, so ids need no index. `recorded` is the only column with
 * a time: a day in circulation, a month in persons. Positions are counted from the table: a SQL sequence leaves gaps
 * and gives out numbers before the commit.
 *
 * `turn` is an empty table that each writer locks. Any role of the database could take an advisory lock.
 */
const tables = `
  CREATE TABLE log.turn ();
  CREATE TABLE log.events (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    version integer NOT NULL,
    recorded text NOT NULL,
    open text NOT NULL,
    sealed bytea NOT NULL
  );
  ALTER TABLE log.events ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE UNIQUE INDEX events_by_stream ON log.events (stream, revision) INCLUDE (id, position);
`

/**
 * Writes the appends of a batch that match their expected revisions, and answers for each the last revision of its
 * stream (-1: empty). The appends name different streams. An expected revision is -1 for none and -2 for any; an append
 * to any revision is written when the stream holds none of its ids. Each event names its append.
 *
 * The lock allows one writer at a time, from its first read until its commit is visible: so positions have no gaps, and a
 * reader that sees a position sees all before it. This needs `read committed`, where each statement sees what was
 * committed before it.
 */
const append = `
  CREATE FUNCTION log.append(
    streams text[], expectations bigint[],
    appends integer[], ids uuid[], types text[], versions integer[], months text[], opens text[], seals bytea[]
  ) RETURNS TABLE (fits boolean, last bigint, place bigint)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  DECLARE
    start bigint;
  BEGIN
    LOCK TABLE log.turn IN EXCLUSIVE MODE;
    start := coalesce((SELECT max(position) FROM log.events), 0);
    RETURN QUERY
      WITH asked AS MATERIALIZED (
        SELECT asking.append::integer, asking.stream, asking.expected, coalesce((
          SELECT e.revision FROM log.events e WHERE e.stream = asking.stream ORDER BY e.revision DESC LIMIT 1
        ), -1) AS last
        FROM unnest(streams, expectations) WITH ORDINALITY AS asking (stream, expected, append)
      ), given AS (
        SELECT * FROM unnest(appends, ids, types, versions, months, opens, seals)
          WITH ORDINALITY AS g (append, id, type, version, recorded, open, sealed, nth)
      ), decided AS MATERIALIZED (
        SELECT a.*, CASE WHEN a.expected = -2 THEN a.last < 0 OR NOT EXISTS (
          SELECT FROM log.events e WHERE e.stream = a.stream
            AND e.id = ANY (ARRAY(SELECT g.id FROM given g WHERE g.append = a.append))
        ) ELSE a.expected = a.last END AS fits
        FROM asked a
      ), written AS (
        INSERT INTO log.events
        SELECT start + row_number() OVER (ORDER BY g.nth), d.stream,
          d.last + row_number() OVER (PARTITION BY g.append ORDER BY g.nth),
          g.id, g.type, g.version, g.recorded, g.open, g.sealed
        FROM given g JOIN decided d ON d.append = g.append WHERE d.fits
        ORDER BY g.nth
        RETURNING log.events.stream, log.events.revision, log.events.position
      ), ends AS (
        SELECT w.stream, max(w.revision) AS last, max(w.position) AS place FROM written w GROUP BY w.stream
      )
      SELECT d.fits, coalesce(ends.last, d.last), ends.place
      FROM decided d LEFT JOIN ends ON ends.stream = d.stream ORDER BY d.append;
    IF EXISTS (SELECT FROM log.events WHERE position > start) THEN
      PERFORM pg_notify('glemsom_log', '');
    END IF;
  END $$;
`

/**
 * Rewrites all rows in order of position, in one transaction, so that the transaction number of a row (`xmin`) links no
 * events any more. TRUNCATE gives the table a new file; a concurrent read sees the table before or after. The function
 * cannot change an event, so the service's role may call it although that role may not truncate.
 *
 * All other sessions queue behind a session that waits for an exclusive table lock. So the function waits at most two
 * seconds for a long read (an auditor, a dump), and the caller tries again later.
 */
const rewrite = `
  CREATE FUNCTION log.rewrite() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
  BEGIN
    LOCK TABLE log.turn IN EXCLUSIVE MODE;
    LOCK TABLE log.events IN ACCESS EXCLUSIVE MODE;
    CREATE TEMPORARY TABLE rewriting ON COMMIT DROP AS SELECT * FROM log.events;
    TRUNCATE log.events;
    INSERT INTO log.events SELECT * FROM pg_temp.rewriting ORDER BY position;
  END $$;
`

/** By default every role may call a function; here a role needs a grant. */
const revokeFromPublic = `
  REVOKE ALL ON FUNCTION
    log.append(text[], bigint[], integer[], uuid[], text[], integer[], text[], text[], bytea[]), log.rewrite()
  FROM PUBLIC;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [tables, append, rewrite, revokeFromPublic]) sql(step)
}
