import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'
import {
  makePartitionHalvesFunctionSql,
  rewritePartitionFunctionSql,
  splitPartitionFunctionSql,
} from './0003-partition-functions'

/**
 * The table of keys in partitions by ranges of scope ids, so that one of them can be rewritten while the others are in
 * use. Scope ids are random, so the ranges fill alike. The columns are stored as they are: without a second file for long
 * values, a partition is one table and one index.
 */
const tables = `
  ALTER TABLE keystore.keys RENAME TO unpartitioned;
  ALTER INDEX keystore.keys_pkey RENAME TO unpartitioned_pkey;
  CREATE TABLE keystore.keys (
    scope uuid PRIMARY KEY,
    class smallint NOT NULL,
    version integer NOT NULL,
    epoch integer NOT NULL,
    wrapped bytea CONSTRAINT keys_wrapped_check CHECK (length(wrapped) = 105),
    fingerprint bytea NOT NULL,
    certificate uuid
  ) PARTITION BY RANGE (scope);
  ALTER TABLE keystore.keys ALTER wrapped SET STORAGE PLAIN, ALTER fingerprint SET STORAGE PLAIN;
  CREATE TABLE keystore.partitions (lower uuid PRIMARY KEY, upper uuid);
`

/**
 * `lower` is the first scope id of a partition, `upper` the first one after it; none after the last partition. Both end
 * with 96 zero bits: a number of 32 bits says which they are. A partition is named by its lower bound.
 */
const bounds = `
  CREATE FUNCTION keystore.bound(number bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (lpad(to_hex(number), 8, '0') || repeat('0', 24))::uuid WHERE number < 4294967296
  $$;
  CREATE FUNCTION keystore.number_of(bound uuid) RETURNS bigint
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(('x' || left(bound::text, 8))::bit(32)::bigint, 4294967296)
  $$;
  CREATE FUNCTION keystore.name_of(lower uuid) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format('keystore.%I', 'keys_' || left(lower::text, 8))
  $$;
`

/**
 * Makes the table of a partition, and then its row: a partition that a row names always exists. Nothing is taken from the
 * table of keys, which another role may own. The long columns come second, with their storage: a table that has them from
 * the first has a second file.
 */
const makePartition = `
  CREATE FUNCTION keystore.make_partition(lower uuid, upper uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    EXECUTE pg_catalog.format(
      'CREATE TABLE %s (scope uuid PRIMARY KEY, class smallint NOT NULL, version integer NOT NULL, epoch integer NOT NULL)',
      keystore.name_of(lower)
    );
    EXECUTE pg_catalog.format(
      'ALTER TABLE %s ADD wrapped bytea CONSTRAINT keys_wrapped_check CHECK (pg_catalog.length(wrapped) = 105),
        ADD fingerprint bytea NOT NULL, ADD certificate uuid,
        ALTER wrapped SET STORAGE PLAIN, ALTER fingerprint SET STORAGE PLAIN',
      keystore.name_of(lower)
    );
    INSERT INTO keystore.partitions VALUES (lower, upper);
  END $$;
`

/** Makes a table that `make_partition` made part of the table of keys. */
const attachPartition = `
  CREATE FUNCTION keystore.attach_partition(lower uuid, upper uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    EXECUTE pg_catalog.format(
      'ALTER TABLE keystore.keys ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%s)',
      keystore.name_of(lower), lower, coalesce(pg_catalog.quote_literal(upper), 'MAXVALUE')
    );
  END $$;
`

/** Gives the partitions to the owner of the table of keys, who vacuums and rewrites them. */
const givePartitions = `
  CREATE FUNCTION keystore.give_partitions() RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    owner oid := (SELECT relowner FROM pg_class WHERE oid = 'keystore.keys'::regclass);
    partition regclass;
  BEGIN
    FOR partition IN
      SELECT c.oid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'keystore.keys'::regclass AND c.relowner <> owner
    LOOP
      EXECUTE format('ALTER TABLE %s OWNER TO %s', partition, owner::regrole);
    END LOOP;
  END $$;
`

/**
 * The functions that read are planned for the values of each call, so that they lock only the partitions that they read;
 * and they are volatile, because the rows of a partition that was rewritten a moment ago are visible to a new snapshot
 * only.
 */
const reading = 'LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan'

/** Reads the rows of scopes, one partition after the other. */
const find = `
  CREATE FUNCTION keystore.find(scopes uuid[]) RETURNS SETOF keystore.keys ${reading} AS $$
  DECLARE
    in_partition uuid[];
  BEGIN
    FOR in_partition IN
      SELECT array_agg(given) FROM unnest(scopes) AS given
      GROUP BY (SELECT lower FROM keystore.partitions WHERE lower <= given ORDER BY lower DESC LIMIT 1)
    LOOP
      RETURN QUERY SELECT * FROM keystore.keys WHERE scope = ANY (in_partition);
    END LOOP;
  END $$;
`

/**
 * Reads at most so many rows after a scope id in the order of scope ids, one partition after the other. It reads at most
 * so many partitions, because it holds a lock of each until it ends: without rows, the caller goes on after them.
 */
const pageFunction = (signature: string, condition: string): string => `
  CREATE FUNCTION keystore.${signature} RETURNS SETOF keystore.keys ${reading} AS $$
  DECLARE
    part keystore.partitions;
    remaining integer := most;
    found integer;
  BEGIN
    FOR part IN
      SELECT * FROM keystore.partitions WHERE upper IS NULL OR upper > after ORDER BY lower LIMIT parts
    LOOP
      RETURN QUERY SELECT * FROM keystore.keys
        WHERE scope > after AND scope >= part.lower AND (part.upper IS NULL OR scope < part.upper) ${condition}
        ORDER BY scope LIMIT remaining;
      GET DIAGNOSTICS found = ROW_COUNT;
      remaining := remaining - found;
      EXIT WHEN remaining <= 0;
    END LOOP;
  END $$;
`

const pages = [
  pageFunction('page(after uuid, most integer, parts integer)', ''),
  pageFunction(
    'living_page(after uuid, most integer, parts integer, before_epoch integer)',
    'AND wrapped IS NOT NULL AND epoch < before_epoch',
  ),
]

/** As before, but it reads by partitions. */
const insert = `
  CREATE OR REPLACE FUNCTION keystore.insert(
    scopes uuid[], classes smallint[], versions integer[], epochs integer[], wraps bytea[], fingerprints bytea[]
  ) RETURNS SETOF uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    added integer;
  BEGIN
    RETURN QUERY SELECT k.scope FROM keystore.find(scopes) AS k;
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

/**
 * Moves the keys of an existing table: into so many partitions that each gets about 2,500 rows at most. More than 1,024
 * would need more locks than a server has by default; the rows of larger ones are split when they are rewritten.
 */
const moveRows = `
  DO $$
  DECLARE
    width bigint := 4294967296;
    rows bigint := (SELECT count(*) FROM keystore.unpartitioned);
  BEGIN
    WHILE rows > 2500 AND width > 4194304 LOOP
      rows := rows / 2;
      width := width / 2;
    END LOOP;
    PERFORM keystore.make_partition(keystore.bound(first), keystore.bound(first + width)),
      keystore.attach_partition(keystore.bound(first), keystore.bound(first + width))
    FROM generate_series(0, 4294967295, width) AS first;
    INSERT INTO keystore.keys SELECT * FROM keystore.unpartitioned ORDER BY scope;
    DROP TABLE keystore.unpartitioned;
  END $$;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => {
  const partitioning = [
    makePartition,
    attachPartition,
    givePartitions,
    rewritePartitionFunctionSql,
    makePartitionHalvesFunctionSql,
    splitPartitionFunctionSql,
  ]
  for (const step of [tables, bounds, ...partitioning, find, ...pages, insert, moveRows]) sql(step)
}
