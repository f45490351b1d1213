import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { overviewSettings } from '../../../adapters/interfaces/http/resources/borrowers/borrower-overview'
import { borrowerOverview } from '../../../projections/borrower-overview/borrower-overview'
import { openEstates } from '../../../projections/borrower-overview/estates'
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

/** The numbers in the files of the subscriptions, one a line. */
const subscriptionsIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder)
      .filter((name) => /^\d\d$/.test(name))
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== ''),
  )

/** "Erasure ends the subscription": the register is asked for the changes of those who are registered, and of nobody else. */
export const checkSubscriptions: Check = ({ year: { groundTruth, cprRegister } }) => {
  const subscriptions = subscriptionsIn(path.join(cprRegister.folder, 'subscriptions'))
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
