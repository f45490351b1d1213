import { unkeyedOrigin } from '../../../../domain/use-cases/command-metadata'
import { changeCopy } from '../../../../domain/use-cases/change-copy'
import { oreFromKroner } from '../../../../domain/values/ore'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { mainBranch, firstCopy, firstTitle } from '../../../fixtures/example-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** Acquires a copy: from its first event on, a library closes its days. */
export const acquireTestCopy = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(
    await changeCopy(library.useCaseDependencies)(firstCopy, {
      at: library.useCaseDependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
    })({
      type: 'Acquire',
      copy: firstCopy,
      title: firstTitle,
      branch: mainBranch,
      group: 'standard',
      ageLimit: null,
      price: oreFromKroner(199),
      name: 'Night and Day',
      author: 'Virginia Woolf',
    })(),
  )
}
