import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { setLegalHold } from '../../../domain/use-cases/set-legal-hold'
import { addDays } from '../../../domain/values/day'
import { entryOfOpening } from '../../../domain/use-cases/opening-entry'
import type { AbsenceId, AccessId, HistoryId, ScopeId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import { loansTable } from '../../../projections/loans/loans-table'
import { uniqueLetters } from '../simulation/made-up-person'
import { findOneLostCopy, requestErasureAndRun } from '../simulation/staff-actions'
import { blockOrChangeContact, cancelOneReservation, scanReservedCopies, writeOffOneFee } from '../simulation/staff-actions' // prettier-ignore
import { commandMetadataIn, countDone, type SimulatedBorrower, type SimulatedTown } from '../simulation/simulated-town'
import { guardiansOnOpenDay } from './guardians-of-year'
import type { SimulatedYear } from './year-plan'

const monthToday = ({ system }: SimulatedTown) => monthOf(system.useCaseDependencies.commandHandling.clock.today())

/** Holds the loan that somebody has returned, to the end of the next month. */
const holdOneLoan = async (town: SimulatedTown): Promise<void> => {
  const ended = town.system.rows.find(loansTable, { limit: 40 }).filter(({ endedOn }) => endedOn !== null)
  const loan = town.random.pickOne(ended)
  if (loan === undefined) return
  const request = { scope: loan.loan as string as ScopeId, by: 'Jens Jensen', why: 'Politiet har bedt om det' }
  const lastDay = lastDayOfMonth(addMonths(1)(monthToday(town)))
  const held = setLegalHold(town.system.useCaseDependencies)({
    ...{ ...request, lastDay, caseNumber: '2026-17', explanation: null, disputeWith: null },
    ...commandMetadataIn(town),
  })
  countDone(town)('held', await held())
}

const consentToHistory = async (town: SimulatedTown, { borrower }: SimulatedBorrower): Promise<void> => {
  const change = changeBorrower(town.system.useCaseDependencies)(borrower, commandMetadataIn(town))
  const consent = { type: 'GiveHistoryConsent', borrower, givenIn: monthToday(town), givenBy: 'staff' } as const
  countDone(town)('consented', await change((ids) => ({ ...consent, history: ids.idFor('history') as HistoryId }))())
}

/** The borrower is absent from today on, for up to a month or until somebody removes the period. */
const setAbsence = async (town: SimulatedTown, { borrower }: SimulatedBorrower): Promise<void> => {
  const today = town.system.useCaseDependencies.commandHandling.clock.today()
  const until = town.random.withProbability(0.2) ? null : addDays(town.random.below(30))(today)
  const change = changeBorrower(town.system.useCaseDependencies)(borrower, commandMetadataIn(town))
  const absence = { type: 'SetAbsence', borrower, from: null, until, today } as const
  countDone(town)('absent', await change((ids) => ({ ...absence, absence: ids.idFor('absence') as AbsenceId }))())
}

/**
 * Somebody of the staff opens the record of a borrower, as `POST /borrowers/{b}/name-and-address` does. Who and when
 * follows from the day, so that the rest of the year is the same with it and without it.
 */
const openRecord = async ({ town, visitors }: SimulatedYear, day: number): Promise<void> => {
  const somebody = visitors[(day * 31) % visitors.length]
  if (somebody === undefined) return
  const { borrower, n } = somebody
  const { clock, random } = town.system.useCaseDependencies.commandHandling
  const reason = `Grund ${uniqueLetters(`${String(n)} ${clock.today()} look`)}`
  town.groundTruth.canaries.add(reason)
  const staffNumber = `M-${String(day % 12)}`
  const what = { opened: 'nameAndAddress', approvedBy: null } as const
  const opening = { day: clock.today(), role: 'staff', reason, staffNumber, ...what } as const
  const put = town.system.shortTerm.put(entryOfOpening({ access: random.uuid() as AccessId, borrower, opening }))
  countDone(town)('looked at', await put())
}

/** Somebody who returned everything in the last ten days asks to be erased. */
const eraseOneOnRequest = async ({ town, returnedOn, visitors }: SimulatedYear, day: number): Promise<void> => {
  const { decisionQueries } = town.system.useCaseDependencies
  for (const [borrower, last] of returnedOn) {
    if (last >= day || last < day - 10 || !town.random.withProbability(0.3)) continue
    const standing = await decisionQueries.standing(borrower.borrower)()
    if (standing._tag === 'Left' || standing.right === undefined) continue
    if (standing.right.loans.length + standing.right.reservations.length + Number(standing.right.owed) > 0) continue
    await requestErasureAndRun(town, borrower)
    if (town.people.has(borrower.borrower)) continue
    returnedOn.delete(borrower)
    visitors.splice(visitors.indexOf(borrower), 1)
    return
  }
}

/** What staff do on an open day, apart from visits. */
export const staffOnOpenDay = async (year: SimulatedYear, day: number): Promise<void> => {
  const { town, visitors, plan } = year
  const { random } = town
  const somebody = () => random.pickOne(visitors)
  const [one, other, third] = [somebody(), somebody(), somebody()]
  if (one !== undefined) await blockOrChangeContact(town, one)
  if (other !== undefined && random.withProbability(0.3))
    await (random.withProbability(0.5) ? writeOffOneFee : cancelOneReservation)(town, other)
  if (third !== undefined && random.withProbability(0.1)) await consentToHistory(town, third)
  const fourth = somebody()
  if (fourth !== undefined && random.withProbability(0.3)) await setAbsence(town, fourth)
  if (random.withProbability(plan.erasureRequests)) await eraseOneOnRequest(year, day)
  if (random.withProbability(0.2)) await findOneLostCopy(town)
  if (random.withProbability(0.05)) await holdOneLoan(town)
  if (day % 5 !== 0) await openRecord(year, day)
  await scanReservedCopies(town)
  await guardiansOnOpenDay(year, day)
}
