/**
 * A placeholder whose value the query planner cannot see. For a bare `?` after LIMIT, or compared with a column in the
 * condition of a partial index, SQLite plans the statement again at each run, which takes ten times as long as the run.
 */
export const sqlParameterHiddenFromPlanner = '+?'
