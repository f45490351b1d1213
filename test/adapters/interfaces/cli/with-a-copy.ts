import { once } from '../../../../domain/use-cases/origin'
import { tendCopy } from '../../../../domain/use-cases/copy'
import { kroner } from '../../../../domain/values/ore'
import type { System } from '../../../../adapters/processes/running/system'
import { mainLibrary, theCopy, theTitle } from '../../../fixtures/library'
import { right } from '../../../fixtures/right'

/** Something happens in a library: from now on its days are closed. */
export const acquireACopy = async (system: System): Promise<void> => {
  right(
    await tendCopy(system.library)(theCopy, { at: system.library.desk.clock.now(), origin: once })({
      type: 'Acquire',
      copy: theCopy,
      title: theTitle,
      branch: mainLibrary,
      group: 'standard',
      ageLimit: null,
      price: kroner(199),
      name: 'Night and Day',
      author: 'Virginia Woolf',
    })(),
  )
}
