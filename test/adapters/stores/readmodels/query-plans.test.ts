import Database from 'better-sqlite3-multiple-ciphers'
import { createBlindIndex } from '../../../../adapters/stores/readmodels/sqlite/blind-index'
import { createReadModelRowReader } from '../../../../adapters/stores/readmodels/sqlite/read-model-row-reader'
import { statementsToCreateTable } from '../../../../adapters/stores/readmodels/sqlite/statements-to-create-table'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { absencesOfBorrowers } from '../../../../projections/absences/absence-queries'
import { absencesTable } from '../../../../projections/absences/absences-table'
import { claimedLoansEndingBy, listCopiesClaimedReturned } from '../../../../projections/loans/claimed-loans'
import { loansTable } from '../../../../projections/loans/loans-table'
import type { ReadModelTable } from '../../../../projections/read-model/define-table'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

/** How SQLite runs the queries that a reader of a table makes. */
const planOf = (read: (rows: ReadModelRows) => unknown, table: ReadModelTable = loansTable): ReadonlyArray<string> => {
  const db = new Database(':memory:')
  for (const statement of statementsToCreateTable(table)) db.exec(statement)
  const plans: string[] = []
  read(
    createReadModelRowReader(
      (sql) => {
        const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('2026-03-01') as ReadonlyArray<{
          readonly detail: string
        }>
        plans.push(...steps.map(({ detail }) => detail))
        return db.prepare(sql)
      },
      createBlindIndex(Buffer.alloc(32)),
    ),
  )
  db.close()
  return plans
}

describe('the loans that borrowers say they have returned', () => {
  it.each([
    ['that are written off at a closing', claimedLoansEndingBy('2026-03-01' as Day)],
    ['that staff have to look for', listCopiesClaimedReturned],
  ])('are found among a million running loans without reading the others: those %s', (_which, read) => {
    expect(planOf(read)[0]).toMatch(/^SEARCH loans USING INDEX loans_claimEndsOn_loan /)
  })
})

describe('the absence periods of those who wait', () => {
  it('are found by their borrowers, in one statement, without reading the others', () => {
    const [byList] = planOf(absencesOfBorrowers([numberedUuid(1) as BorrowerId]), absencesTable)
    expect(byList).toMatch(/^SEARCH absences USING INDEX absences_borrower /)
  })
})
