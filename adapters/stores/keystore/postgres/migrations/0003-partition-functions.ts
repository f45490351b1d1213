/**
 * Rewrites the rows of a partition into a new file, in the order of their scope ids and in one transaction, and answers
 * how many there are. TRUNCATE gives the partition another file, and empties the old one when the transaction commits. So
 * neither bytes of destroyed and replaced keys are left, nor the transaction numbers and places of rows.
 *
 * Commands that need this partition wait, and all others go on. Because they also wait behind a session that waits for a
 * lock, the function waits only a moment for one, and the caller tries again later. The lock of the whole table comes
 * first, as in `split`.
 */
export const rewritePartition = `
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
 * Splits a partition in the middle of its range, and answers the first scope id of the second half; null when another
 * session has split it, or its range ends. All commands wait meanwhile, as long as its rows take to be written: call it
 * before they are many. The service's role may call it although that role makes no tables: it runs with the rights of its
 * maker.
 */
export const splitPartition = `
  CREATE FUNCTION keystore.split(lowest uuid, highest uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10ms' AS $$
  DECLARE
    partition text := keystore.name_of(lowest);
    middle bigint := (keystore.number_of(lowest) + keystore.number_of(highest)) / 2;
    owner oid := (SELECT relowner FROM pg_class WHERE oid = 'keystore.keys'::regclass);
    rows keystore.keys[];
  BEGIN
    LOCK TABLE ONLY keystore.keys IN ACCESS EXCLUSIVE MODE;
    DELETE FROM keystore.partitions
    WHERE lower = lowest AND upper IS NOT DISTINCT FROM highest AND keystore.number_of(lower) < middle;
    IF NOT FOUND THEN RETURN null; END IF;
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', partition);
    EXECUTE format('SELECT array_agg(k::keystore.keys) FROM (SELECT * FROM %s ORDER BY scope) AS k', partition)
      INTO rows;
    EXECUTE format('DROP TABLE %s', partition);
    PERFORM keystore.add_partition(lowest, keystore.bound(middle));
    PERFORM keystore.add_partition(keystore.bound(middle), highest);
    INSERT INTO keystore.keys SELECT * FROM unnest(rows);
    IF pg_get_userbyid(owner) <> current_user THEN
      EXECUTE format('GRANT CREATE ON SCHEMA keystore TO %s', owner::regrole);
      PERFORM keystore.give_partitions();
      EXECUTE format('REVOKE CREATE ON SCHEMA keystore FROM %s', owner::regrole);
    END IF;
    RETURN keystore.bound(middle);
  END $$;
  REVOKE ALL ON FUNCTION keystore.split(uuid, uuid) FROM PUBLIC;
`
