import Database from 'better-sqlite3-multiple-ciphers'
import { createBlindIndex } from '../../../../adapters/stores/readmodels/sqlite/blind-index'
import { createReadModelRowReader } from '../../../../adapters/stores/readmodels/sqlite/read-model-row-reader'
import { statementsToCreateTable } from '../../../../adapters/stores/readmodels/sqlite/statements-to-create-table'
import { effectiveDeadline } from '../../../../domain/policy/effective-deadline'
import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { absencesOfBorrowers } from '../../../../projections/absences/absence-queries'
import { absencesTable } from '../../../../projections/absences/absences-table'
import { identitiesTable, nameWordsTable } from '../../../../projections/borrowers/borrower-tables'
import { borrowersOfNameAfter } from '../../../../projections/borrowers/borrowers-by-name'
import { claimedLoansEndingBy, listCopiesClaimedReturned } from '../../../../projections/loans/claimed-loans'
import { loansToReturnOfBorrower } from '../../../../projections/loans/loan-queries'
import { loansTable } from '../../../../projections/loans/loans-table'
import { loansToBill, overdueLoans } from '../../../../projections/loans/overdue-loans'
import { unsettledFeesOfBorrower } from '../../../../projections/fees/fee-queries'
import { unfinishedPaymentsOfBorrower } from '../../../../projections/fees/payment-queries'
import { unpaidReimbursementsOfBorrower } from '../../../../projections/fees/reimbursement-queries'
import { messageCausesOfDay } from '../../../../projections/messages/message-causes'
import { statementItems } from '../../../../projections/messages/statement-items'
import { reservationsTable, reservedCopiesTable } from '../../../../projections/queue/queue-tables'
import { titlesWithCopyOf } from '../../../../projections/queue/titles-with-copy'
import { reservationsExpiredBy } from '../../../../projections/queue/reservation-queries'
import { feesReadModel } from '../../../../projections/fees/fees-read-model'
import type { ReadModelTable } from '../../../../projections/read-model/define-table'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

const closedOnWednesdays = { weekdays: [3], yearly: [], days: [], periods: [] }

/** How SQLite runs the queries that a reader of tables makes. */
const planOf = (
  read: (rows: ReadModelRows) => unknown,
  ...tables: ReadonlyArray<ReadModelTable>
): ReadonlyArray<string> => {
  const db = new Database(':memory:')
  for (const table of tables) for (const statement of statementsToCreateTable(table)) db.exec(statement)
  const plans: string[] = []
  read(
    createReadModelRowReader(
      (sql) => {
        const values = sql
          .split('?')
          .slice(1)
          .map(() => '2026-03-01')
        const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as ReadonlyArray<{ readonly detail: string }>
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
    expect(planOf(read, loansTable)[0]).toMatch(/^SEARCH loans USING INDEX loans_claimEndsOn_loan /)
  })
})

describe('the absence periods of those who wait', () => {
  it('are found by their borrowers, in one statement, without reading the others', () => {
    const [byList] = planOf(absencesOfBorrowers([numberedUuid(1) as BorrowerId]), absencesTable)
    expect(byList).toMatch(/^SEARCH absences USING INDEX absences_borrower /)
  })
})

describe('the borrowers of a name', () => {
  it('are found by its words, without reading the others', () => {
    const read = borrowersOfNameAfter('anna berg', numberedUuid(1) as BorrowerId, 500)
    const searches = planOf(read, nameWordsTable, identitiesTable).filter((step) =>
      /^(SEARCH|SCAN) (?!json_each)/.test(step),
    )
    const [counted, words, identities] = searches
    for (const step of [counted, words])
      expect(step).toMatch(/^SEARCH nameWords USING COVERING INDEX nameWords_word_borrower \(word>\? AND word<\?\)/)
    expect(identities).toMatch(/^SEARCH identities USING PRIMARY KEY \(borrower=\?\)/)
  })
})

describe('what a borrower owes and has to return', () => {
  const borrower = numberedUuid(1) as BorrowerId
  const today = '2026-03-05' as Day
  const tables = [loansTable, reservedCopiesTable, ...feesReadModel.tables]

  it.each<[string, (rows: ReadModelRows) => unknown]>([
    ['the unsettled fees', unsettledFeesOfBorrower(borrower)],
    ['the statement of outstanding matters', statementItems(effectiveDeadline(defaultLibraryPolicy))(borrower, today)],
    ['the loans to return', loansToReturnOfBorrower(borrower)],
    ['the titles of which there is a copy', titlesWithCopyOf([borrower])],
    ['the unfinished payments', unfinishedPaymentsOfBorrower(borrower)],
    ['the unpaid reimbursements', unpaidReimbursementsOfBorrower(borrower)],
  ])('is found without reading what other borrowers owe and have: %s', (_which, read) => {
    const searches = planOf(read, ...tables).filter((step) => /^(SEARCH|SCAN) (?!json_each)/.test(step))
    expect(searches.length).toBeGreaterThan(0)
    for (const step of searches) expect(step).toMatch(/^SEARCH \w+ USING INDEX \w+_borrower \(borrower=\?\)/)
  })
})

describe('what a day brings, by recorded days that closed days may have moved,', () => {
  const policy = { ...defaultLibraryPolicy, closedDays: { branches: {}, otherwise: closedOnWednesdays } }
  const today = '2026-03-05' as Day
  const deadlineAt = effectiveDeadline(policy)
  const isOf = (table: string) => (step: string) => step.includes(` ${table} `)
  const tablesOfCauses = [loansTable, reservationsTable, ...feesReadModel.tables]

  it('is found without reading all running loans: the overdue ones, those to bill, and those to write about', () => {
    const overdue = planOf(overdueLoans(deadlineAt)(today), loansTable)
    const toBill = planOf(loansToBill(deadlineAt, 35)(today), loansTable)
    const announced = planOf(messageCausesOfDay(policy)(today), ...tablesOfCauses).filter(isOf('loans'))
    for (const step of [overdue[0], toBill[0], announced[0]])
      expect(step).toMatch(/^SEARCH loans USING INDEX loans_endedOn_dueOn \(endedOn=\? AND dueOn[<=]/)
  })

  it('is found without reading all reservations: those that expire, and those to write about', () => {
    const expired = planOf(reservationsExpiredBy(deadlineAt)(today), reservationsTable)
    const runningOut = planOf(messageCausesOfDay(policy)(today), ...tablesOfCauses).filter(isOf('reservations'))
    for (const step of [...expired, ...runningOut])
      expect(step).toMatch(/^SEARCH reservations USING INDEX reservations_pickUpBy_interestUntil /)
  })
})
