import type { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import type { Cpr } from '../../../domain/values/cpr'
import type { GuardianId, GuardianshipId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { endOfNextMonth } from '../ground-truth/end-days'
import type { PersonalText, TrueBorrower, TrueGuardian } from '../ground-truth/ground-truth'
import { addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { anyBranch, attempt, metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { change } from './change-borrower'
import { cprOfGuardian, madeUpContactOfGuardian, madeUpName, textsOfContactDetails } from './made-up-people'

const textsOfGuardian = ({ cpr, name, contact }: Pick<TrueGuardian, 'cpr' | 'name' | 'contact'>) => {
  const texts: ReadonlyArray<PersonalText> = [
    { text: cpr, kind: 'guardianCprNumber' },
    { text: name, kind: 'guardian' },
    ...textsOfContactDetails(contact).map(({ text }): PersonalText => ({ text, kind: 'guardian' })),
  ]
  return texts
}

const endGuardianOf = (year: SimulatedYear, { guardian }: TrueBorrower): void => {
  if (guardian !== null) endScope(year.groundTruth, guardian.scope, endOfNextMonth(todayIn(year)))
}

/** The guardian confirms the e-mail for notices. One in four of those who have one does not. */
const verifyEmail = async (year: SimulatedYear, child: TrueBorrower, n: number): Promise<void> => {
  const { guardian } = child
  const email = guardian?.contact.emailForNotices ?? null
  if (guardian === null || email === null || n % 6 === 0) return
  const events = await change(year, 'guardian e-mail verified', child, () => ({
    ...{ type: 'VerifyGuardianEmail', borrower: child.id, guardianship: guardian.guardianship, email },
  }))
  child.guardian = { ...guardian, isEmailVerified: events.length > 0 }
}

/** Registers a guardian of a child, in place of an earlier one if there is one. Every second is registered on paper. */
export const registerGuardian = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  const n = nextNumber(year)
  const paper = n % 2 === 0 ? { month: monthOf(todayIn(year)), branch: anyBranch(year) } : null
  const known = { cpr: cprOfGuardian(n) as Cpr, name: madeUpName(n), contact: madeUpContactOfGuardian(n), paper }
  const kind = child.guardian === null ? 'guardian registered' : 'guardian replaced'
  const register = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const done = await attempt(
    year,
    kind,
    register(({ idFor }) => ({
      ...{ type: 'RegisterGuardian', borrower: child.id, guardian: idFor('guardian') as GuardianId },
      guardianship: idFor('guardianship') as GuardianshipId,
      details: { cpr: known.cpr, name: known.name, details: known.contact, paper },
      day: todayIn(year),
    })),
  )
  const [event] = (done?.events ?? []) as ReadonlyArray<GuardianRegistered>
  if (event === undefined || event.sealed.guardian._tag === 'Erased') return
  endGuardianOf(year, child)
  addScopesOfEvents(year.groundTruth, child.id, [event], { guardian: textsOfGuardian(known) })
  child.guardian = {
    ...{ ...known, scope: event.open.guardian, guardianship: event.sealed.guardian.value.guardianship },
    isEmailVerified: false,
  }
  await verifyEmail(year, child, n)
}

/** The guardian corrects how the library reaches them. */
export const correctGuardianContact = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  const { guardian } = child
  if (guardian === null) return
  const n = nextNumber(year)
  const contact = madeUpContactOfGuardian(n)
  const correct = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const done = await attempt(
    year,
    'guardian contact corrected',
    correct(({ idFor }) => ({
      ...{ type: 'CorrectGuardianContact', borrower: child.id, guardian: idFor('guardian') as GuardianId },
      ...{ guardianship: guardian.guardianship, contact },
    })),
  )
  const [event] = (done?.events ?? []) as ReadonlyArray<{ readonly open: { readonly guardian: GuardianId }; readonly sealed: object }> // prettier-ignore
  if (event === undefined) return
  endGuardianOf(year, child)
  child.guardian = { ...guardian, contact, scope: event.open.guardian, isEmailVerified: false }
  addScopesOfEvents(year.groundTruth, child.id, [{ open: event.open, sealed: { guardian: true } }], {
    guardian: textsOfGuardian(child.guardian),
  })
  await verifyEmail(year, child, n)
}

/** Staff remove the guardian. */
export const removeGuardian = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  if (child.guardian === null) return
  const remove = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const month = monthOf(todayIn(year))
  const done = await attempt(
    year,
    'guardian removed',
    remove(() => ({ type: 'RemoveGuardian', borrower: child.id, month })),
  )
  if (done === undefined) return
  year.removedGuardians.add(child.guardian.scope)
  endGuardianOf(year, child)
  child.guardian = null
}
