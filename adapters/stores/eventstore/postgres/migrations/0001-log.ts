import type { Migrating } from '../../../postgres/migrate'

/**
 * One log a database. A repeat is looked up in its own stream, so ids have no index of their own. No column tells a
 * time but `recorded`: a day in circulation, a month in persons. Nothing is counted by a sequence, which would have
 * gaps and be given out before a commit: positions follow from what stands there.
 *
 * `turn` is empty; whoever writes locks it. An advisory lock could be taken by anybody who gets into the database.
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
 * Writes those appends of a batch that fit, and says of each where its stream ends now (-1: it is empty). An append
 * names a stream that no other of the batch names, and the revision that it expects: -1 for none, -2 for any; under
 * any it fits when none of its ids stands in the stream. Its events say which append they belong to.
 *
 * One writer at a time, from before it looks until its commit can be seen: so positions have no gaps, and whoever sees
 * a position sees all before it. Each statement within sees what was committed before it, as long as transactions
 * are no more isolated than `read committed`.
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
 * Writes all rows anew, in order of position and by one transaction, so that the number of the transaction that wrote
 * a row (`xmin`) joins nothing any more. Truncating gives the table a new file; one that was read meanwhile is read
 * before or after. Nobody can change an event by it: so the service's role may run it, which may not truncate.
 *
 * Everybody waits behind one who waits for the whole table. Whoever reads for long (an auditor, a dump) is not waited
 * for: after two seconds it gives up, to be tried another time.
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

/** What anybody could run, nobody may until it is granted. */
const nobody = `
  REVOKE ALL ON FUNCTION
    log.append(text[], bigint[], integer[], uuid[], text[], integer[], text[], text[], bytea[]), log.rewrite()
  FROM PUBLIC;
`

export const up = ({ sql }: Migrating): void => {
  for (const step of [tables, append, rewrite, nobody]) sql(step)
}
