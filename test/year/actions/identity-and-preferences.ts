import type { BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type * as Ids from '../../../domain/values/ids'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { anyBranch, nextNumber, type SimulatedYear } from '../simulated-year'
import { change, idIn, endWithNextMonth } from './change-borrower'
import { cprOfBorrower, madeUpName, madeUpText, textsOfIdentity } from './made-up-people'

/** Name, CPR number, group and municipality are put right. */
export const correctIdentity = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const n = nextNumber(year)
  const { birthDate, group } = borrower.person
  const details = {
    ...{ name: madeUpName(n), cpr: cprOfBorrower(n), birthDate, group },
    municipality: (n % 2 === 0 ? '851' : '760') as Ids.MunicipalityCode,
  }
  const reason = madeUpText('Rettet', n)
  const texts = { identity: [...textsOfIdentity(details), { text: reason, kind: 'identityCorrections' } as const] }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{
      type: 'ChangeIdentity',
      borrower: borrower.id,
      identity: idFor('identity') as Ids.IdentityId,
      details,
      reason,
    },
  })
  const scope = idIn<Ids.IdentityId>(await change(year, 'identity corrected', borrower, command, texts), 'identity')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.identity)
  borrower.person = { ...borrower.person, ...details }
  borrower.reason = reason
  borrower.scopes.identity = scope
}

/** Staff protect name and address, or end the protection. */
export const changeProtection = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const isNameAndAddressProtected = !borrower.isProtected
  const reason = madeUpText('Beskyttet', nextNumber(year))
  const texts = {
    identity: [...textsOfIdentity(borrower.person), { text: reason, kind: 'identityCorrections' } as const],
  }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangeProtection', borrower: borrower.id, identity: idFor('identity') as Ids.IdentityId },
    ...{ isNameAndAddressProtected, reason },
  })
  const scope = idIn<Ids.IdentityId>(await change(year, 'protection changed', borrower, command, texts), 'identity')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.identity)
  Object.assign(borrower, { isProtected: isNameAndAddressProtected, reason })
  borrower.scopes.identity = scope
}

export const changePreferences = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const language = borrower.person.language === 'da' ? 'en' : 'da'
  const homeBranch = anyBranch(year)
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangePreferences', borrower: borrower.id, preference: idFor('preference') as Ids.PreferenceId },
    ...{ language, homeBranch },
  })
  const scope = idIn<Ids.PreferenceId>(await change(year, 'preferences changed', borrower, command), 'preference')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.preference)
  borrower.person = { ...borrower.person, language, homeBranch }
  borrower.scopes.preference = scope
}
