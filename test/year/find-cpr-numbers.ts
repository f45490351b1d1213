import type { Day } from '../../domain/values/day'
import type { TakenMail } from '../fixtures/messages/smtp-server-under-test'
import { broken, type BrokenPromise } from './checks/broken-promise'
import type { SimulatedYear } from './simulated-year'

const tenDigits = /\d{6}-?\d{4}/g

/** Where quoted-printable text goes on in the next line. */
const softBreak = /=\r?\n/g

/** "CPR numbers are never sent by ordinary mail": the mails in which that of a borrower or a guardian stands. */
export const findCprNumbers = (
  { groundTruth }: SimulatedYear,
  madeOn: Day,
  mails: ReadonlyArray<Pick<TakenMail, 'raw'>>,
): ReadonlyArray<BrokenPromise> => {
  const known = new Set<string>()
  for (const { person, guardian } of groundTruth.borrowers.values())
    for (const cpr of [person.cpr, guardian?.cpr]) if (cpr) known.add(cpr)
  return mails
    .filter(({ raw }) =>
      (raw.replaceAll(softBreak, '').match(tenDigits) ?? []).some((number) => known.has(number.replace('-', ''))),
    )
    .map(() => broken('cprNumber', 'stands in an e-mail', madeOn))
}
