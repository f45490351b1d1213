/**
 * The first version. A scope without a certificate has a row in `scopes`; a scope with one has only its id in `erased`.
 * `due_by` and `due_on` are the due time: the earlier of its deletion clock and its latest end.
 */
export const createScheduleTablesSql = `
  CREATE TABLE scopes (
    scope BLOB PRIMARY KEY, class TEXT NOT NULL, log TEXT NOT NULL, stream TEXT NOT NULL, first BLOB NOT NULL,
    clock_by TEXT, clock_on TEXT, clock_trigger BLOB, clock_position TEXT,
    latest_by TEXT, latest_on TEXT, latest_trigger BLOB, latest_position TEXT,
    due_by TEXT, due_on TEXT, run BLOB
  ) WITHOUT ROWID;
  CREATE INDEX scopes_due ON scopes (log, due_by, due_on) WHERE due_by IS NOT NULL;
  CREATE INDEX scopes_stream ON scopes (stream) WHERE log = 'persons';
  CREATE INDEX scopes_run ON scopes (run) WHERE run IS NOT NULL;
  CREATE TABLE erased (scope BLOB PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE erased_counts (
    log TEXT NOT NULL, due_by TEXT NOT NULL, due_on TEXT NOT NULL, scopes INTEGER NOT NULL,
    PRIMARY KEY (log, due_by, due_on)
  ) WITHOUT ROWID;
  CREATE TABLE runs (
    number INTEGER PRIMARY KEY, run BLOB NOT NULL UNIQUE, log TEXT NOT NULL, position TEXT NOT NULL,
    recorded TEXT NOT NULL, certificate BLOB
  );
  CREATE INDEX runs_unfinished ON runs (number) WHERE certificate IS NULL;
  CREATE TABLE closed (
    log TEXT NOT NULL, by TEXT NOT NULL, closed_on TEXT NOT NULL, position TEXT NOT NULL, PRIMARY KEY (log, by)
  ) WITHOUT ROWID;
  CREATE TABLE positions (log TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID;
`

/**
 * Adds `known_since` of both clocks. Rows of an earlier release have none: there a scope counts as known to be due
 * since its due time.
 */
export const addKnownSinceToScheduleSql = `
  ALTER TABLE scopes ADD COLUMN clock_known_since TEXT;
  ALTER TABLE scopes ADD COLUMN latest_known_since TEXT;
`

/** Adds the scopes whose keys were lost. No earlier release wrote an event that says so. */
export const addLostScopesToScheduleSql = `
  CREATE TABLE lost (scope BLOB PRIMARY KEY) WITHOUT ROWID;
`

/**
 * Adds the runs that are refused. An earlier release accepted every declared run, so everything is folded again from the
 * logs.
 */
export const addRefusedRunsToScheduleSql = `
  CREATE TABLE refused_runs (
    log TEXT NOT NULL, position TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, run BLOB NOT NULL,
    reason TEXT NOT NULL, declared TEXT NOT NULL, certified_at TEXT, PRIMARY KEY (log, position)
  ) WITHOUT ROWID;
  DELETE FROM scopes;
  DELETE FROM erased;
  DELETE FROM erased_counts;
  DELETE FROM runs;
  DELETE FROM closed;
  DELETE FROM positions;
`

/** The positions of ends in *persons* kept the order in which borrowers registered. */
export const removeOrderOfPersonsFromScheduleSql = `
  UPDATE scopes SET clock_position = '' WHERE log = 'persons' AND clock_by = 'month';
  UPDATE scopes SET latest_position = '' WHERE log = 'persons' AND latest_by = 'month';
`

/**
 * Moves the scopes of a declared run, which has no certificate yet, to a table of their own. They lie beside each other
 * there, so certifying a run changes no page of `scopes`, whose rows are in random order.
 */
export const addDeclaredScopesToScheduleSql = `
  CREATE TABLE declared_scopes (
    run BLOB NOT NULL, scope BLOB NOT NULL, class TEXT NOT NULL, log TEXT NOT NULL, stream TEXT NOT NULL, first BLOB NOT NULL,
    clock_by TEXT, clock_on TEXT, clock_trigger BLOB, clock_position TEXT,
    latest_by TEXT, latest_on TEXT, latest_trigger BLOB, latest_position TEXT,
    due_by TEXT, due_on TEXT, clock_known_since TEXT, latest_known_since TEXT,
    PRIMARY KEY (run, scope)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX declared_scopes_scope ON declared_scopes (scope);
  INSERT INTO declared_scopes
    SELECT run, scope, class, log, stream, first, clock_by, clock_on, clock_trigger, clock_position,
      latest_by, latest_on, latest_trigger, latest_position, due_by, due_on, clock_known_since, latest_known_since
    FROM scopes WHERE run IS NOT NULL;
  DELETE FROM scopes WHERE run IS NOT NULL;
  DROP INDEX scopes_run;
  ALTER TABLE scopes DROP COLUMN run;
`
