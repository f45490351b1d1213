/**
 * Rewrites the rows of a partition into a new file, in the order of their scope ids and in one transaction, and answers
 * how many there are. TRUNCATE gives the partition another file, and empties the old one when the transaction commits. So
 * neither bytes of destroyed and replaced keys are left, nor the transaction numbers and places of rows.
 *
 * Commands that need this partition wait, and all others go on. Because they also wait behind a session that waits for a
 * lock, the function waits only a moment for one, and the caller tries again later. The lock of the whole table comes
 * first, as in `split`.
 */
export const rewritePartitionFunctionSql = `
  CREATE FUNCTION keystore.rewrite(lowest uuid) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET lock_timeout = '10ms' AS $$
  DECLARE
    partition text := keystore.name_of(lowest);
    rows keystore.keys[];
  BEGIN
    LOCK TABLE ONLY keystore.keys IN ACCESS SHARE MODE;
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', partition);
    EXECUTE format('SELECT array_agg(k::keystore.keys) FROM (SELECT * FROM %s ORDER BY scope) AS k', partition)
      INTO rows;
    EXECUTE format('TRUNCATE %s', partition);
    EXECUTE format('INSERT INTO %s SELECT * FROM unnest($1)', partition) USING rows;
    RETURN coalesce(cardinality(rows), 0);
  END $$;
`

/**
 * Makes the two halves of a partition, empty and not yet parts of the table of keys, and gives them to the owner of that
 * table. Answers the first scope id of the second half; null when no partition has these bounds, or its range ends.
 *
 * The service's role, which makes no tables, may call it: it runs with the rights of its maker. So it reads and writes no
 * table of the service, and takes nothing from one: no trigger, rule, check or index of the service runs in it.
 */
export const makePartitionHalvesFunctionSql = `
  CREATE FUNCTION keystore.make_halves(lowest uuid, highest uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    middle bigint := (keystore.number_of(lowest) + keystore.number_of(highest)) / 2;
    owner oid := (SELECT relowner FROM pg_catalog.pg_class WHERE oid = 'keystore.keys'::pg_catalog.regclass);
  BEGIN
    DELETE FROM keystore.partitions
    WHERE lower = lowest AND upper IS NOT DISTINCT FROM highest AND keystore.number_of(lower) < middle;
    IF NOT FOUND THEN RETURN null; END IF;
    PERFORM keystore.make_partition(lowest, keystore.bound(middle));
    PERFORM keystore.make_partition(keystore.bound(middle), highest);
    IF pg_catalog.pg_get_userbyid(owner) <> current_user THEN
      EXECUTE pg_catalog.format('GRANT CREATE ON SCHEMA keystore TO %s', owner::pg_catalog.regrole);
      EXECUTE pg_catalog.format(
        'ALTER TABLE %s OWNER TO %s', keystore.name_of(lowest), owner::pg_catalog.regrole
      );
      EXECUTE pg_catalog.format(
        'ALTER TABLE %s OWNER TO %s', keystore.name_of(keystore.bound(middle)), owner::pg_catalog.regrole
      );
      EXECUTE pg_catalog.format('REVOKE CREATE ON SCHEMA keystore FROM %s', owner::pg_catalog.regrole);
    END IF;
    RETURN keystore.bound(middle);
  END $$;
  REVOKE ALL ON FUNCTION keystore.make_halves(uuid, uuid) FROM PUBLIC;
`

/**
 * Splits a partition in the middle of its range, and answers the first scope id of the second half; null when another
 * session has split it, or its range ends. All commands wait meanwhile, as long as its rows take to be written: call it
 * before they are many. It reads and writes the rows with the rights of its caller, the owner of the table of keys.
 */
export const splitPartitionFunctionSql = `
  CREATE FUNCTION keystore.split(lowest uuid, highest uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10ms' AS $$
  DECLARE
    partition text := keystore.name_of(lowest);
    middle uuid;
    rows keystore.keys[];
  BEGIN
    LOCK TABLE ONLY keystore.keys IN ACCESS EXCLUSIVE MODE;
    IF NOT EXISTS (
      SELECT FROM keystore.partitions WHERE lower = lowest AND upper IS NOT DISTINCT FROM highest
      AND keystore.number_of(lowest) + 1 < keystore.number_of(highest)
    ) THEN RETURN null; END IF;
    EXECUTE pg_catalog.format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', partition);
    EXECUTE pg_catalog.format(
      'SELECT pg_catalog.array_agg(k::keystore.keys) FROM (SELECT * FROM %s ORDER BY scope) AS k', partition
    ) INTO rows;
    EXECUTE pg_catalog.format('DROP TABLE %s', partition);
    middle := keystore.make_halves(lowest, highest);
    PERFORM keystore.attach_partition(lowest, middle);
    PERFORM keystore.attach_partition(middle, highest);
    INSERT INTO keystore.keys SELECT * FROM pg_catalog.unnest(rows);
    RETURN middle;
  END $$;
`
