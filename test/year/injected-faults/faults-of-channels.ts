import type { MessageId } from '../../../domain/values/ids'
import type { Cpr } from '../../../domain/values/cpr'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { todayIn, type SimulatedYear } from '../simulated-year'
import type { FaultOfNight } from './fault-of-night'

const onceAndNoOther = 'each due message once, and no other'

/** Somebody who has a CPR number, and an e-mail for notices. */
const anybodyWithEmail = ({ groundTruth }: SimulatedYear): { readonly cpr: Cpr; readonly address: string } => {
  const isReachable = ({ person, contact }: TrueBorrower): boolean =>
    person.cpr !== null && contact.emailForNotices !== null
  const { person, contact } = [...groundTruth.borrowers.values()].find(isReachable)!
  return { cpr: person.cpr as Cpr, address: contact.emailForNotices! }
}

export const cprInDigitalPost: FaultOfNight = {
  title: 'a CPR number stands in the text of a message by Digital Post',
  when: 'before the mail goes out',
  inject: async ({ year }) => {
    const { cpr } = anybodyWithEmail(year)
    const mail = { reference: 'bill', cpr, subject: 'Regning', text: `Regning til ${cpr}` }
    await year.digitalPost.send({ ...mail, language: 'da', sentOn: todayIn(year) })()
    return [{ promise: 'cprNumber', what: 'stands in a message' }, { promise: onceAndNoOther }]
  },
}

const sendByEmail =
  (text: (cpr: string) => string): FaultOfNight['inject'] =>
  async ({ year, mail }) => {
    const { cpr, address } = anybodyWithEmail(year)
    const message = { message: 'bill' as MessageId, reference: 'bill', address, subject: 'Regning', text: text(cpr) }
    rightOrThrow(await mail.sender.send(message)())
    return [{ promise: onceAndNoOther }]
  }

export const billByEmail: FaultOfNight = {
  title: 'a bill goes by e-mail',
  when: 'before the mail goes out',
  inject: sendByEmail(() => 'Du skal betale 250,00 kr.'),
}

export const cprInEmail: FaultOfNight = {
  title: 'a CPR number stands in an e-mail',
  when: 'before the mail goes out',
  inject: async (...library) => [
    ...(await sendByEmail((cpr) => `Regning til ${cpr}`)(...library)),
    { promise: 'cprNumber', what: 'stands in an e-mail' },
  ],
}
