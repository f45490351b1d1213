import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { reserveParallelTitles } from '../../../domain/use-cases/reserve-parallel-titles'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { addDays } from '../../../domain/values/day'
import type { AbsenceId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoMainBranch } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers, exampleCopies } from './demo-records-for-examples'
import { demoCommandMetadata, idOfDemoBorrower, reserveDemoTitle } from './run-use-cases-in-demo'

const reserveVolume = async (library: RunningLibrary): Promise<void> => {
  const { title, volume } = exampleCopies.volumeToReserve
  const request = {
    ...{ ...demoCommandMetadata(library), title, volume, pickUpBranch: demoMainBranch, interestUntil: undefined },
    borrower: idOfDemoBorrower(library, exampleBorrowers.withVolumeReserved),
  }
  demoStepOrThrow(await reserveTitle(library.useCaseDependencies)(request)())
}

const reserveEditions = async (library: RunningLibrary): Promise<void> => {
  const { editionToReserve, otherEditionToReserve } = exampleCopies
  const request = {
    ...{ ...demoCommandMetadata(library), pickUpBranch: demoMainBranch, interestUntil: undefined },
    titles: [editionToReserve.title, otherEditionToReserve.title],
    borrower: idOfDemoBorrower(library, exampleBorrowers.withParallelReservation),
  }
  demoStepOrThrow(await reserveParallelTitles(library.useCaseDependencies)(request)())
}

/** A borrower is absent for two months, and keeps the place in a queue. */
const reserveForAbsentBorrower = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.absent)
  const today = library.useCaseDependencies.commandHandling.clock.today()
  await reserveDemoTitle(library, exampleCopies.toReserve, exampleBorrowers.absent, demoMainBranch)
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(({ idFor: next }) => ({
      ...{ type: 'SetAbsence', borrower, absence: next('absence') as AbsenceId },
      ...{ from: null, until: addDays(60)(today), today },
    }))(),
  )
}

/** Reserves one volume of a periodical, one of two editions, and a title for a borrower who is absent. */
export const addDemoReservations = async (library: RunningLibrary): Promise<void> => {
  await reserveVolume(library)
  await reserveEditions(library)
  await reserveForAbsentBorrower(library)
}
