import { tablesOfMonth, type TableOfMonth } from '../../domain/calendar/statistics/statistics-tables'

/** The tables by their names, such as `loansByBranch`. */
const tablesByName: ReadonlyMap<string, TableOfMonth> = new Map(
  tablesOfMonth.map((table) => [`${table.of}By${table.by.charAt(0).toUpperCase()}${table.by.slice(1)}`, table]),
)

/** The names of all tables. Not everything that is counted has a table by everything. */
export const namesOfTables: ReadonlyArray<string> = [...tablesByName.keys()]

/** The table of a name; undefined when there is none. */
export const findNamedTable = (name: string): TableOfMonth | undefined => tablesByName.get(name)
