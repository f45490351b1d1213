import type { SchemaMigrationBuilder } from '../../../../stores/postgres/migrate-postgres-schema'

/** The step of a roll that all processes are asked to take: one row. Number 0: none was requested yet. */
const tables = `
  CREATE TABLE coordination.epoch_step (
    number integer NOT NULL,
    step text NOT NULL,
    epoch integer NOT NULL,
    fingerprint text NOT NULL,
    alone boolean PRIMARY KEY DEFAULT true CHECK (alone)
  );
  INSERT INTO coordination.epoch_step (number, step, epoch, fingerprint) VALUES (0, '', 0, '');
  ALTER TABLE coordination.processes ADD COLUMN epoch_step integer NOT NULL DEFAULT 0;
`

export const up = ({ sql }: SchemaMigrationBuilder): void => sql(tables)
