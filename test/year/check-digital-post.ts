import { isMinorOn } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import { broken, type BrokenPromise } from './checks/broken-promise'
import { isExemptFromDigitalPost } from './digital-post-of-year'
import type { TrueMessage } from './ground-truth/ground-truth'
import { count, policyOfYear, todayIn, type SimulatedYear } from './simulated-year'

/** "Bills, statements and collection notices go by Digital Post, else by letter, never by e-mail." */
export const isByPost = ({ kind }: Pick<TrueMessage, 'kind'>): boolean =>
  kind === 'bill' || kind === 'statement' || kind === 'collectionNotice'

/** To whom a message goes by Digital Post: the borrower, or who answers for a child; nobody whose number is unknown. */
const cprOf = (year: SimulatedYear, { borrower }: TrueMessage): ReadonlyArray<string> => {
  const known = year.groundTruth.borrowers.get(borrower)
  if (known === undefined || known.diedOn !== null) return []
  const isMinor = isMinorOn(policyOfYear.guardians)(known.person.birthDate)(todayIn(year))
  const cpr = isMinor ? known.guardian?.cpr : known.person.cpr
  return cpr ? [cpr] : []
}

const textOf = (numbers: ReadonlyArray<string>): string => [...numbers].sort().join()

const onceAndNoOther = 'each due message once, and no other'

/** What the closing of a day made was handed over once, to the right persons, and names no CPR number. */
export const checkDigitalPost = (year: SimulatedYear, madeOn: Day): ReadonlyArray<BrokenPromise> => {
  const mails = year.digitalPost.mails.slice(year.digitalPost.read)
  year.digitalPost.read = year.digitalPost.mails.length
  const due = [...year.groundTruth.messages.values()].filter((one) => one.madeOn === madeOn && isByPost(one))
  const expected = due.flatMap((message) => cprOf(year, message))
  count(year, 'handed over to Digital Post', mails.length)
  count(year, 'exempt from Digital Post', mails.filter(({ cpr }) => isExemptFromDigitalPost(cpr)).length)
  const withNumber = mails.filter(({ cpr, subject, text }) => `${subject} ${text}`.includes(cpr))
  const what = `${String(mails.length)} by Digital Post of ${String(expected.length)}`
  return [
    ...(textOf(mails.map(({ cpr }) => cpr)) === textOf(expected) ? [] : [broken(onceAndNoOther, what, madeOn)]),
    ...withNumber.map(() => broken('cprNumber', 'stands in a message', madeOn)),
  ]
}
