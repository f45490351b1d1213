import { heldDataCodecs } from '../../adapters/interfaces/http/resources/personal-data/personal-data-codec'
import { defaultDebtLimit } from '../../domain/policy/debt-limit'
import { defaultFees } from '../../domain/policy/fee-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { allReadModels } from '../../projections/all-read-models'
import { borrowerOverview } from '../../projections/borrower-overview/borrower-overview'
import { heldDataOf, type HeldData } from '../../projections/held-data/held-data'
import type { ReadModelTable } from '../../projections/read-model/define-table'
import type { ReadModelRows } from '../../projections/read-model/read-model-rows'
import { asRecorded } from '../projections/example-events'
import { membersOfCodec } from '../fixtures/member-paths'

const day = '2026-01-05' as Day
const days = {
  loan: 30,
  fee: 30,
  payment: 30,
  unmatched: 30,
  message: 30,
  noticeMonths: 1,
  messageCountMonths: 12,
  viewMonths: 6,
}
const settings = {
  today: day,
  fees: () => defaultFees,
  debtLimit: defaultDebtLimit,
  deadlineAt: asRecorded,
  retentionDays: days,
}

const valueOf = (table: ReadModelTable, column: string): string | number => {
  if (table.columns[column]?.type === 'integer') return 1
  if (column === 'counts') return '[{"kind":"fee","number":1}]'
  if (column === 'views') return '[{"role":"staff","reason":"Brev","opened":"nameAndAddress"}]'
  if (column === 'items') return '[{"name":"Bog","day":null,"amount":1}]'
  return ['phones', 'emails'].includes(column) ? '["+4523456789"]' : day
}

/** Each table has one row, whose columns are all filled. */
const rowOf = (table: ReadModelTable) =>
  Object.fromEntries(Object.keys(table.columns).map((column) => [column, valueOf(table, column)]))

/** Read models with one row in each table, and the tables that were read. */
const fullRows = (tablesRead: Set<string>): ReadModelRows => {
  const find = (table: ReadModelTable) => {
    tablesRead.add(table.name)
    return [rowOf(table)]
  }
  return { find, findColumns: find, count: () => 1, sum: () => 1 } as object as ReadModelRows
}

const heldIn = (rows: ReadModelRows): HeldData => {
  const overview = borrowerOverview(settings)(day as string as BorrowerId)(rows)
  if (overview === undefined) throw new Error('nobody is registered')
  return heldDataOf(days, asRecorded)(overview)(rows)
}

/** The tables that have rows of borrowers and that neither borrowers nor staff read, or only as the name that they are words of. */
const unreadTables = ['legalHolds', 'nameWords', 'pins']

/** The names of all members within a value, each with the path to it. */
const pathsOfValue = (value: unknown, path = ''): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((each) => pathsOfValue(each, path))
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [`${path}.${name}`, ...pathsOfValue(member, `${path}.${name}`)])
    : []
}

describe('the export of the data on a borrower', () => {
  it('reads every table of the read models that has rows of borrowers and that anybody reads', () => {
    const tablesRead = new Set<string>()
    heldIn(fullRows(tablesRead))
    const ofBorrowers = allReadModels
      .flatMap(({ tables }) => tables)
      .filter(({ columns }) => 'borrower' in columns)
      .map(({ name }) => name)
    expect(ofBorrowers.length).toBeGreaterThan(15)
    expect(ofBorrowers.filter((name) => !tablesRead.has(name)).sort()).toEqual(unreadTables)
  })

  it('sends every member that it reads', () => {
    const held = heldIn(fullRows(new Set()))
    for (const [kind, data] of Object.entries(held)) {
      expect({ kind, data }).not.toEqual({ kind, data: undefined })
      const described = membersOfCodec(heldDataCodecs[kind as keyof HeldData]).map(({ path }) => path)
      expect([...new Set(pathsOfValue(data))].filter((path) => !described.includes(path))).toEqual([])
    }
  })
})
