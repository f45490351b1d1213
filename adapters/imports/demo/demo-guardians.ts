import { changeBorrower, type BorrowerChange } from '../../../domain/use-cases/change-borrower'
import { isMinorOn } from '../../../domain/policy/guardian-policy'
import { monthOf, type Month } from '../../../domain/values/month'
import type { Cpr } from '../../../domain/values/cpr'
import type { GuardianId, GuardianshipId } from '../../../domain/values/ids'
import { identityOfBorrower } from '../../../projections/borrowers/borrower-record-queries'
import { guardianPapersToDestroy } from '../../../projections/guardians/guardian-paper-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoMainBranch } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers } from './demo-records-for-examples'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

/** A number that can belong to nobody: it is of somebody born in 1870. */
export const demoGuardianCpr = '0101705000' as Cpr

const demoGuardian = {
  cpr: demoGuardianCpr,
  name: 'Vera Opdigtet',
  details: {
    careOf: null,
    address: 'Eksempelvej 7, 9000 Aalborg',
    phones: [],
    mobileForNotices: null,
    emails: ['vera@example.org'],
    emailForNotices: 'vera@example.org',
  },
}

const presentMonth = ({ useCaseDependencies }: RunningLibrary): Month =>
  monthOf(useCaseDependencies.commandHandling.clock.today())

const changeChild = async (
  library: RunningLibrary,
  of: DemoBorrower,
  makeCommand: Parameters<ReturnType<ReturnType<typeof changeBorrower>>>[0],
): Promise<void> => {
  const borrower = idOfDemoBorrower(library, of)
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(makeCommand)(),
  )
}

/** Registers the guardian of a child of the demo, on a paper of this month. */
const registerDemoGuardian = (
  library: RunningLibrary,
  of: DemoBorrower,
  verifiedEmails: ReadonlyArray<string> = demoGuardian.details.emails,
): Promise<void> => {
  const day = library.useCaseDependencies.commandHandling.clock.today()
  return changeChild(library, of, ({ idFor: next }): BorrowerChange => ({
    type: 'RegisterGuardian',
    borrower: idOfDemoBorrower(library, of),
    guardian: next('guardian') as GuardianId,
    guardianship: next('guardianship') as GuardianshipId,
    details: { ...demoGuardian, paper: { month: monthOf(day), branch: demoMainBranch } },
    verifiedEmails,
    day,
  }))
}

const removeDemoGuardian = (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const month = presentMonth(library)
  return changeChild(library, of, () => ({
    type: 'RemoveGuardian',
    borrower: idOfDemoBorrower(library, of),
    month,
  }))
}

const isMinor = (library: RunningLibrary, of: DemoBorrower): boolean => {
  const { policy, commandHandling } = library.useCaseDependencies
  const today = commandHandling.clock.today()
  const birthDate = identityOfBorrower(idOfDemoBorrower(library, of))(library.rows)?.birthDate ?? null
  return isMinorOn(policy(today).guardians)(birthDate)(today)
}

/** A guardianship that ended leaves a paper to destroy. Without one on the list, it is made anew. */
export const renewDemoGuardianPaper = async (library: RunningLibrary): Promise<void> => {
  const { withGuardianPaper } = exampleBorrowers
  if (guardianPapersToDestroy(presentMonth(library))(library.rows).length > 0 || !isMinor(library, withGuardianPaper))
    return
  await registerDemoGuardian(library, withGuardianPaper)
  await removeDemoGuardian(library, withGuardianPaper)
}

/** Registers the guardian of the child whose fees the guardian is told of. */
export const addGuardianOfChildWithFees = (library: RunningLibrary): Promise<void> =>
  registerDemoGuardian(library, exampleBorrowers.withGuardian)

/** Registers the guardians of the other children of the demo. */
export const addDemoGuardians = async (library: RunningLibrary): Promise<void> => {
  await registerDemoGuardian(library, exampleBorrowers.withGuardianToRemove)
  await registerDemoGuardian(library, exampleBorrowers.withGuardianToVerify, [])
  await renewDemoGuardianPaper(library)
}
