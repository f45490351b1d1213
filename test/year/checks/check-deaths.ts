import { overviewSettings } from '../../../adapters/interfaces/http/resources/borrowers/borrower-overview'
import { borrowerOverview } from '../../../projections/borrower-overview/borrower-overview'
import { openEstates } from '../../../projections/borrower-overview/estates'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { borrowersWithObligations } from '../actions/holds-and-erasure'
import { broken } from './broken-promise'
import type { Check } from './midnight'

/** The list for estates has exactly those who died and hold or owe something. Each death is a block. */
export const checkEstates: Check = ({ year }) => {
  const { groundTruth, library } = year
  const dead = [...groundTruth.borrowers.values()].filter(({ diedOn }) => diedOn !== null)
  const obliged = borrowersWithObligations(year)
  const expected = dead.filter(({ id }) => obliged.has(id)).map(({ id }) => id)
  const listed = new Set(
    openEstates(borrowerOverview(overviewSettings(library)))(library.rows).map(({ borrower }) => borrower),
  )
  return [
    ...dead
      .filter(({ blocks }) => ![...blocks.values()].some(({ reason }) => reason === 'D'))
      .map(({ id }) => broken('block', 'a death was not recorded', id)),
    ...expected
      .filter((id) => !listed.delete(id))
      .map((id) => broken('estates of those who died', 'is not listed', id)),
    ...[...listed].map((id) => broken('estates of those who died', 'is listed', id)),
  ]
}

/** "Erasure ends the subscription": the register is asked for the changes of those who are registered, and of nobody else. */
export const checkSubscriptions: Check = async ({ year: { groundTruth, cprRegister } }) => {
  const subscriptions = new Set<string>(rightOrThrow(await cprRegister.register.subscriptions()))
  const missing = [...groundTruth.borrowers.values()].filter(
    ({ person: { cpr } }) => cpr !== null && !subscriptions.delete(cpr),
  )
  return [
    ...missing.map(({ id }) => broken('cprNumber', 'the register is not asked for changes', id)),
    ...[...subscriptions].map(() =>
      broken('cprNumber', 'the register is asked for changes of nobody', 'subscriptions'),
    ),
  ]
}
