import fc from 'fast-check'
import { defaultDebtLimit } from '../../domain/policy/debt-limit'
import { defaultFees } from '../../domain/policy/fee-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { borrowerOverview } from '../../projections/borrower-overview/borrower-overview'
import { heldDataOf } from '../../projections/held-data/held-data'
import type { ReadModelRows } from '../../projections/read-model/read-model-rows'
import { arbitraryHistory, type History } from '../arbitrary/history/arbitrary-history'
import { canaryText } from '../arbitrary/history/history-state'
import { plantCanaries } from '../arbitrary/history/plant-canaries'
import { allReadModelRows, inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'
import { asRecorded } from '../projections/example-events'

const days = {
  ...{ loan: 30, fee: 30, payment: 30, unmatched: 30, message: 30 },
  ...{ noticeMonths: 1, messageCountMonths: 12, viewMonths: 6 },
}
const settings = {
  ...{ today: '2026-12-31' as Day, fees: () => defaultFees, debtLimit: defaultDebtLimit },
  ...{ deadlineAt: asRecorded, retentionDays: days },
}

const canaryPattern = new RegExp(`${canaryText}[0-9]+x`, 'g')
const canariesIn = (value: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(value ?? null).match(canaryPattern) ?? [])

const exportOf = (borrower: BorrowerId, rows: ReadModelRows): unknown => {
  const overview = borrowerOverview(settings)(borrower)(rows)
  return overview && heldDataOf(days, asRecorded)(overview)(rows)
}

/** Rows that no export shows: nobody reads a PIN, and a hold, a link and the staff numbers of an opening are told to no borrower. */
const columnsOfNobody: Readonly<Record<string, ReadonlyArray<string>>> = {
  pins: ['hash'],
  legalHolds: ['by', 'why', 'caseNumber', 'basisForBorrower', 'reasonForBorrower'],
  notices: ['link'],
  accesses: ['staffNumber', 'approvedBy'],
}

type Rows = ReturnType<typeof allReadModelRows>

/** The rows without what no export shows. Of two guardians of a borrower, which no library has, the export shows one. */
const exportableRows = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => table !== 'guardians' && table !== 'verifiedEmailsOfGuardians')
      .map(([table, all]) => [
        table,
        all.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => columnsOfNobody[table]?.includes(name) !== true)),
        ),
      ]),
  )

/** A history in which each personal text is another one, folded; and whose each text is. */
const foldWithCanaries = (drawn: History) => {
  const { history, scopeOfCanary } = plantCanaries(drawn)
  const models = inMemoryReadModels()
  models.foldEvents(withMetadataIn('circulation')(history.circulation))
  models.foldEvents(withMetadataIn('persons')(history.persons))
  const borrowerOf = new Map(
    history.scopes.map(({ class: name, scope, borrower }) => [scope, name === 'borrower' ? scope : borrower]),
  )
  return {
    models,
    history,
    borrowers: [...new Set(borrowerOf.values())].filter((borrower) => borrower !== undefined),
    ownerOf: (canary: string) => borrowerOf.get(scopeOfCanary.get(canary) ?? ''),
  }
}

const histories = fc.sample(arbitraryHistory(250), { seed: 11, numRuns: 60 }).map(foldWithCanaries)

describe('the export of a borrower, of random histories with another text in every personal field', () => {
  it('holds nothing on anyone else', () => {
    let found = 0
    for (const { models, borrowers, ownerOf } of histories)
      for (const borrower of borrowers)
        for (const canary of canariesIn(exportOf(borrower as BorrowerId, models.rows))) {
          expect([canary, ownerOf(canary)]).toEqual([canary, borrower])
          found += 1
        }
    expect(found).toBeGreaterThan(2000)
  })

  it('holds every text that a read model has of the borrower, and that anybody may read', () => {
    for (const { models, borrowers, ownerOf } of histories) {
      const inRows = [...canariesIn(exportableRows(allReadModelRows(models)))]
      for (const borrower of borrowers) {
        const held = exportOf(borrower as BorrowerId, models.rows)
        if (held === undefined) continue
        const exported = canariesIn(held)
        expect(inRows.filter((canary) => ownerOf(canary) === borrower && !exported.has(canary))).toEqual([])
      }
    }
  })

  it('is tried with a text in every class of scope that has texts of borrowers', () => {
    const classes = new Set(
      histories.flatMap(({ history: { circulation, persons } }) =>
        [...circulation, ...persons].flatMap(({ sealed }) =>
          Object.entries(sealed).flatMap(([name, part]) => (canariesIn(part).size > 0 ? [name] : [])),
        ),
      ),
    )
    for (const name of ['identity', 'contact', 'card', 'block', 'note', 'guardian', 'loan', 'reservation', 'fee'])
      expect(classes).toContain(name)
    for (const name of ['payment', 'message', 'notice', 'access', 'view', 'setAside', 'hold', 'pin'])
      expect(classes).toContain(name)
  })
})
