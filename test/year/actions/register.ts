import type { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import type { PersonalDetails } from '../../../domain/borrower/personal-details'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import { makeNotice } from '../../../domain/use-cases/make-notice'
import type { PinId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import type { Ore } from '../../../domain/values/ore'
import { addScopesOfEvents } from '../ground-truth/scopes'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { attempt, count, metadataIn, nextNumber, todayIn, type CopyOfYear, type SimulatedYear } from '../simulated-year'
import { actConcurrently } from './act-concurrently'
import { verifyEmail } from './contact'
import { registerGuardian } from './guardians'
import { madeUpAdult, madeUpCardNumber, madeUpChild, madeUpContactOf, madeUpText, textsOfContactDetails, textsOfIdentity } from './made-up-people' // prettier-ignore

const acquire = async (year: SimulatedYear, { copy, title, price, homeBranch, volume }: CopyOfYear): Promise<void> => {
  await attempt(
    year,
    'acquired',
    changeCopy(year.library.useCaseDependencies)(copy, metadataIn(year))({
      ...{ type: 'Acquire', copy, title, branch: homeBranch, ageLimit: null, price: price as Ore, volume },
      ...{ group: 'standard', name: `Bog nummer ${title}`, author: 'Martin Andersen Nexø' },
    }),
  )
}

export const acquireAllCopies = (year: SimulatedYear): Promise<void> =>
  actConcurrently(year, year.copies, () => undefined, acquire)

type Habits = Pick<TrueBorrower, 'neverComes' | 'neverReturns'>

/** Registers a person, with a card, and for most a PIN. */
const registerPerson = async (
  year: SimulatedYear,
  n: number,
  person: PersonalDetails,
  habits: Habits,
): Promise<TrueBorrower | undefined> => {
  const { groundTruth, library } = year
  const contact = madeUpContactOf(n)
  const cardNumber = madeUpCardNumber(n)
  const pin = n % 5 === 0 ? null : madeUpText('pin', n)
  const request = { person, contactDetails: contact, presentedCard: { number: cardNumber, pin }, ...metadataIn(year) }
  const done = await attempt(year, 'registered', registerBorrower(library.useCaseDependencies)(request))
  if (done === undefined) return undefined
  const { borrower, events } = done
  addScopesOfEvents(groundTruth, borrower, events, {
    borrower: [{ text: person.number, kind: 'borrowerNumber' }],
    identity: textsOfIdentity(person),
    contact: textsOfContactDetails(contact),
    card: [{ text: cardNumber, kind: 'cards' }],
    pin: pin === null ? [] : [{ text: pin, kind: 'pin' }],
  })
  const { identity, preference, contact: contactScope, card } = (events[0] as BorrowerRegistered).open
  const pinScope = events[1]?.open as { readonly pin?: PinId } | undefined
  const registered: TrueBorrower = {
    ...{ isEmailVerified: false, isProtected: false, diedOn: null },
    ...{ id: borrower, person, contact, notes: null, absence: null, guardian: null, history: null, reason: null },
    ...{ scopes: { identity, preference, contact: contactScope, pin: pinScope?.pin ?? null }, ...habits },
    ...{ cards: new Map([[card, cardNumber]]), blocks: new Map(), lastActiveIn: monthOf(todayIn(year)) },
  }
  groundTruth.borrowers.set(borrower, registered)
  await makeNotice(library.useCaseDependencies)({ kind: 'welcome', borrower }, borrower)()
  count(year, 'welcomed')
  await verifyEmail(year, registered)
  return registered
}

/** Somebody new registers, and comes as often as anybody else. */
export const registerNewcomer = async (year: SimulatedYear): Promise<void> => {
  const n = nextNumber(year)
  const registered = await registerPerson(year, n, madeUpAdult(n), { neverComes: false, neverReturns: n % 30 === 0 })
  if (registered !== undefined) year.visitors.splice(year.random.below(year.visitors.length + 1), 0, registered.id)
}

/** Registers those who are there at the beginning. One in fifty never comes, one in forty never returns a copy. */
export const registerEverybody = async (year: SimulatedYear): Promise<void> => {
  for (let at = 0; at < year.plan.borrowers; at += 1) {
    const n = nextNumber(year)
    const isChild = at < year.plan.children
    const habits = { neverComes: at % 50 === 49, neverReturns: at % 40 === 13 }
    const registered = await registerPerson(year, n, isChild ? madeUpChild(n) : madeUpAdult(n), habits)
    if (registered === undefined) continue
    if (isChild) await registerGuardian(year, registered)
    if (!habits.neverComes) year.visitors.splice(year.random.below(year.visitors.length + 1), 0, registered.id)
  }
}
