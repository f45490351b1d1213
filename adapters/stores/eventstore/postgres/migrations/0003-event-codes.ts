import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/** The message authentication code of an event. NULL in events that are older than the codes. */
const column = 'ALTER TABLE log.events ADD COLUMN code bytea'

/**
 * `log.append` with the codes of the events as its last argument. The function without them stays, so that processes of
 * the version before can go on until they are stopped.
 */
export const appendWithCodesFunctionSql = `
  CREATE FUNCTION log.append(
    streams text[], expectations bigint[],
    appends integer[], ids uuid[], types text[], versions integer[], months text[], opens text[], seals bytea[],
    codes bytea[]
  ) RETURNS TABLE (fits boolean, last bigint, place bigint)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  DECLARE
    start bigint;
    ends bigint;
    added bigint := cardinality(ids);
  BEGIN
    LOCK TABLE log.turn IN EXCLUSIVE MODE;
    start := coalesce((SELECT max(position) FROM log.events), 0);
    IF cardinality(streams) = 1 AND expectations[1] >= -1 THEN
      ends := coalesce((
        SELECT e.revision FROM log.events e WHERE e.stream = streams[1] ORDER BY e.revision DESC LIMIT 1
      ), -1);
      IF ends <> expectations[1] THEN
        RETURN QUERY SELECT false, ends, NULL::bigint;
        RETURN;
      END IF;
      INSERT INTO log.events
      SELECT start + g.nth, streams[1], ends + g.nth, g.id, g.type, g.version, g.recorded, g.open, g.sealed, g.code
      FROM unnest(ids, types, versions, months, opens, seals, codes)
        WITH ORDINALITY AS g (id, type, version, recorded, open, sealed, code, nth);
      RETURN QUERY SELECT true, ends + added, start + added;
      RETURN;
    END IF;
    RETURN QUERY
      WITH asked AS MATERIALIZED (
        SELECT asking.append::integer, asking.stream, asking.expected, coalesce((
          SELECT e.revision FROM log.events e WHERE e.stream = asking.stream ORDER BY e.revision DESC LIMIT 1
        ), -1) AS last
        FROM unnest(streams, expectations) WITH ORDINALITY AS asking (stream, expected, append)
      ), given AS (
        SELECT * FROM unnest(appends, ids, types, versions, months, opens, seals, codes)
          WITH ORDINALITY AS g (append, id, type, version, recorded, open, sealed, code, nth)
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
          g.id, g.type, g.version, g.recorded, g.open, g.sealed, g.code
        FROM given g JOIN decided d ON d.append = g.append WHERE d.fits
        ORDER BY g.nth
        RETURNING log.events.stream, log.events.revision, log.events.position
      ), ends AS (
        SELECT w.stream, max(w.revision) AS last, max(w.position) AS place FROM written w GROUP BY w.stream
      )
      SELECT d.fits, coalesce(ends.last, d.last), ends.place
      FROM decided d LEFT JOIN ends ON ends.stream = d.stream ORDER BY d.append;
  END $$;
`

/** By default every role may call a function; here a role needs a grant. */
const revokeFromPublic = `
  REVOKE ALL ON FUNCTION
    log.append(text[], bigint[], integer[], uuid[], text[], integer[], text[], text[], bytea[], bytea[])
  FROM PUBLIC;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [column, appendWithCodesFunctionSql, revokeFromPublic]) sql(step)
}
