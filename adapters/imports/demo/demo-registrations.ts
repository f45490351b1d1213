import { changeBorrower, type BorrowerChange } from '../../../domain/use-cases/change-borrower'
import { registerAndWelcomeBorrower } from '../../../domain/use-cases/register-and-welcome-borrower'
import { updateFromCprRegister } from '../../../domain/use-cases/update-from-cpr-register'
import type { HistoryId, NoteId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { registerDemoBorrower } from './add-demo-copies-and-borrowers'
import { demoStepOrThrow } from './demo-step-or-throw'
import { cprOfDeceasedDemoBorrower, exampleBorrowers, newDemoBorrower } from './demo-records-for-examples'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

/** The borrower of the demo token keeps a history of loans. */
export const giveDemoHistoryConsent = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.withOwnToken)
  const givenIn = monthOf(library.useCaseDependencies.commandHandling.clock.today())
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(
      ({ idFor: next }): BorrowerChange => ({
        ...{ type: 'GiveHistoryConsent', borrower, history: next('history') as HistoryId, givenIn },
        givenBy: 'borrower',
      }),
    )(),
  )
}

const writeNotes = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.withFeeToPay)
  const notes = { internalNote: 'Har lovet at betale i maj', noteToBorrower: 'Ring til os om din gæld' }
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(
      ({ idFor: next }): BorrowerChange => ({ type: 'ChangeNotes', borrower, note: next('note') as NoteId, notes }),
    )(),
  )
}

const recordDeath = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.deceased)
  const person = {
    ...{ cpr: cprOfDeceasedDemoBorrower, replacedBy: null, isDead: true, name: null, birthDate: null },
    ...{ residence: { _tag: 'NotSaid' as const }, isNameAndAddressProtected: null },
  }
  demoStepOrThrow(await updateFromCprRegister(library.useCaseDependencies)(borrower)(person)())
}

/** A borrower of the demo asks to see the notes; nothing happens while an earlier request has no answer. */
export const requestNotesInDemo = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.toBlock)
  const today = library.useCaseDependencies.commandHandling.clock.today()
  const request = await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(
    ({ idFor }): BorrowerChange => ({ type: 'RequestNotes', borrower, note: idFor('note') as NoteId, today }),
  )()
  demoStepOrThrow(request)
}

/** A borrower gets notes, another asks to see theirs, one with a copy on loan has died, and a new one is welcomed. */
export const changeDemoRegistrations = async (library: RunningLibrary): Promise<void> => {
  await writeNotes(library)
  await requestNotesInDemo(library)
  await recordDeath(library)
  await registerDemoBorrower(library, registerAndWelcomeBorrower)(newDemoBorrower)
}
