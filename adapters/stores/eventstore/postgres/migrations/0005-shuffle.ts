import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'

/**
 * One row: how many times a segment of the log was shuffled, and where the last one begins and ends. Neither position is
 * in the segment. Readers compare it between two pages.
 */
const lastShuffle = `
  CREATE TABLE log.last_shuffle (times bigint NOT NULL, after_position bigint NOT NULL, before_position bigint NOT NULL);
  INSERT INTO log.last_shuffle VALUES (0, 0, 0);
`

/**
 * Gives the events at `places` the positions in `new_places`, and rewrites all rows in their new order in one transaction,
 * as `log.rewrite` does. Then neither the transaction number of a row (`xmin`), nor its place in the file, nor a dead row
 * tells the order before.
 *
 * The service's role may call it. It cannot change an event, remove one, or bring the events of a stream out of order:
 * everything but a permutation of positions between `after` and `before` that keeps the order within each stream is
 * refused (SQLSTATE 22023), and changes nothing. The order within a stream is that of its positions. It is the order of
 * its revisions, unless the owner changed a row; such a row does not prevent the shuffling of the others.
 *
 * A segment ends before the last event of the log, so what is appended now is never in it. It begins where the last one
 * ended, or later: what was shuffled in earlier months keeps its order. Only the last segment itself may be shuffled again,
 * from the same beginning to the same end, when an administrator does not know whether a shuffle took place. That harms no
 * consumer that has read the whole segment. The function cannot know whether the order that it gets is random.
 *
 * The checks run under the lock of the writers, before readers are locked out. The planner takes an array for a few rows,
 * and would compare each event of a month with each pair of positions: without nested loops it uses hashes. The copy has
 * all columns of the table, also those that a later migration adds.
 */
const shuffle = `
  CREATE FUNCTION log.shuffle(after bigint, before bigint, places bigint[], new_places bigint[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' SET enable_nestloop = off AS $$
  DECLARE
    known log.last_shuffle;
  BEGIN
    LOCK TABLE log.turn IN EXCLUSIVE MODE;
    SELECT * INTO STRICT known FROM log.last_shuffle;
    IF (after >= 0 AND after < before AND (after >= known.before_position
        OR after = known.after_position AND before = known.before_position)) IS NOT TRUE THEN
      RAISE EXCEPTION 'a segment begins at the end of the last shuffled one or later, or is that one again'
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF (before <= (SELECT max(position) FROM log.events WHERE position BETWEEN 1 AND 999999999999)) IS NOT TRUE THEN
      RAISE EXCEPTION 'a segment ends before the last event' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF EXISTS (
      SELECT FROM unnest(places, new_places) AS m (place, new_place)
      WHERE (m.place > after AND m.place < before AND m.new_place > after AND m.new_place < before) IS NOT TRUE
    ) THEN
      RAISE EXCEPTION 'a position is not within the segment' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF (SELECT count(*) <> count(DISTINCT place) OR count(*) <> count(DISTINCT new_place)
          OR array_agg(place ORDER BY place) IS DISTINCT FROM array_agg(new_place ORDER BY new_place)
        FROM unnest(places, new_places) AS m (place, new_place))
      OR EXISTS (
        SELECT FROM unnest(places) AS m (place)
        WHERE NOT EXISTS (SELECT FROM log.events e WHERE e.position = m.place)
      ) THEN
      RAISE EXCEPTION 'the new positions are not those of the same events' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF EXISTS (
      SELECT FROM (
        SELECT e.position, lag(e.position) OVER (
          PARTITION BY e.stream ORDER BY coalesce(m.new_place, e.position)
        ) AS position_before
        FROM log.events e LEFT JOIN unnest(places, new_places) AS m (place, new_place) ON m.place = e.position
        WHERE e.position > after AND e.position < before
      ) AS shuffled WHERE shuffled.position_before > shuffled.position
    ) THEN
      RAISE EXCEPTION 'the events of a stream would be out of order' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    LOCK TABLE log.events IN ACCESS EXCLUSIVE MODE;
    CREATE TEMPORARY TABLE shuffling ON COMMIT DROP AS SELECT * FROM log.events;
    UPDATE pg_temp.shuffling s SET position = m.new_place
    FROM unnest(places, new_places) AS m (place, new_place) WHERE s.position = m.place;
    TRUNCATE log.events;
    INSERT INTO log.events SELECT * FROM pg_temp.shuffling ORDER BY position;
    UPDATE log.last_shuffle SET times = times + 1, after_position = after, before_position = before;
  END $$;
`

/** By default every role may call a function; here a role needs a grant. */
const revokeFromPublic = 'REVOKE ALL ON FUNCTION log.shuffle(bigint, bigint, bigint[], bigint[]) FROM PUBLIC'

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  for (const step of [lastShuffle, shuffle, revokeFromPublic]) sql(step)
}
