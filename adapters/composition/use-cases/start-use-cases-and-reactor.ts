import { eventAddressWithoutPerson } from '../../processes/damage/event-address-without-person'
import * as TE from 'fp-ts/TaskEither'
import type { DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import type { Reactor } from '../../processes/reactors/reactor'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { storeOfFailure } from '../../processes/failures/store-of-failure'
import { buildUseCaseDependencies, type LibraryComponents } from './build-use-case-dependencies'
import { circulationReactorName, startCirculationReactor } from './start-circulation-reactor'

/** The dependencies of use cases, and the reactor that runs the reactions to their events. */
interface StartedLibrary {
  readonly useCaseDependencies: DayClosingDependencies
  readonly reactor: Reactor
}

/** Builds the dependencies of use cases and starts the reactor. The reactor calls use cases, and use cases wait for the reactor. */
export const startUseCasesAndReactor = async (
  components: LibraryComponents & { readonly alarm: AlarmReporter },
): Promise<StartedLibrary> => {
  let waitForReactions: DayClosingDependencies['waitForReactions'] = TE.right(undefined)
  const useCaseDependencies: DayClosingDependencies = {
    ...buildUseCaseDependencies(components),
    waitForReactions: () => waitForReactions(),
  }
  const reactor = await startCirculationReactor(useCaseDependencies, components, {
    alarm: (error) => components.alarm(error._tag, storeOfFailure(error)),
    alarmNotRun: (event) => components.alarm('ReactionsNotRun', eventAddressWithoutPerson(event)),
    alarmCheckpointAhead: () => components.alarm('CheckpointAheadOfLog', { reactor: circulationReactorName }),
    alarmLeaseEndTooFar: () => components.alarm('LeaseEndTooFar', { lease: circulationReactorName }),
  })
  waitForReactions = reactor.waitUntilCaughtUp
  return { useCaseDependencies, reactor }
}
