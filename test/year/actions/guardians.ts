import type { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import type { Cpr } from '../../../domain/values/cpr'
import type { GuardianId, GuardianshipId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { endOfNextMonth } from '../ground-truth/end-days'
import type { PersonalText, TrueBorrower, TrueGuardian } from '../ground-truth/ground-truth'
import { addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { anyBranch, attempt, metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
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

/** Registers a guardian of a child, in place of an earlier one if there is one. Every second is registered on paper. */
export const registerGuardian = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  const n = nextNumber(year)
  const paper = n % 2 === 0 ? { month: monthOf(todayIn(year)), branch: anyBranch(year) } : null
  const known = { cpr: cprOfGuardian(n) as Cpr, name: madeUpName(n), contact: madeUpContactOfGuardian(n), paper }
  const kind = child.guardian === null ? 'guardian registered' : 'guardian replaced'
  const change = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const done = await attempt(
    year,
    kind,
    change(({ idFor }) => ({
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
  }
}

/** The guardian corrects how the library reaches them. */
export const correctGuardianContact = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  const { guardian } = child
  if (guardian === null) return
  const contact = madeUpContactOfGuardian(nextNumber(year))
  const change = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const done = await attempt(
    year,
    'guardian contact corrected',
    change(({ idFor }) => ({
      ...{ type: 'CorrectGuardianContact', borrower: child.id, guardian: idFor('guardian') as GuardianId },
      ...{ guardianship: guardian.guardianship, contact },
    })),
  )
  const [event] = (done?.events ?? []) as ReadonlyArray<{ readonly open: { readonly guardian: GuardianId }; readonly sealed: object }> // prettier-ignore
  if (event === undefined) return
  endGuardianOf(year, child)
  child.guardian = { ...guardian, contact, scope: event.open.guardian }
  addScopesOfEvents(year.groundTruth, child.id, [{ open: event.open, sealed: { guardian: true } }], {
    guardian: textsOfGuardian(child.guardian),
  })
}

/** Staff remove the guardian. */
export const removeGuardian = async (year: SimulatedYear, child: TrueBorrower): Promise<void> => {
  if (child.guardian === null) return
  const change = changeBorrower(year.library.useCaseDependencies)(child.id, metadataIn(year))
  const month = monthOf(todayIn(year))
  const done = await attempt(
    year,
    'guardian removed',
    change(() => ({ type: 'RemoveGuardian', borrower: child.id, month })),
  )
  if (done === undefined) return
  year.removedGuardians.add(child.guardian.scope)
  endGuardianOf(year, child)
  child.guardian = null
}
