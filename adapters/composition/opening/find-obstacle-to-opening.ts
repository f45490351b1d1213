import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import { openRing } from '../../stores/kek-ring/open-ring'
import type { LibraryOpeningError } from '../library-opening-error'
import type { OpenRunningLibraryOptions } from '../open-running-library-options'
import { loadPolicyOrDefault } from './load-policy-or-default'
import { createStorageLocationChecks } from './create-storage-location-checks'

type Checked = E.Either<LibraryOpeningError, unknown>

const checkClock = (layout: DataFolderLayout, production: boolean): Checked =>
  pipe(
    readFolderDescription(layout),
    E.filterOrElseW(
      ({ clock }) => !production || clock !== 'simulated',
      (): LibraryOpeningError => ({ _tag: 'SimulatedInProduction', folder: layout.root }),
    ),
  )

/**
 * Why a library that another process serves could not be opened by this one: its policy file, its clock, or its ring. The
 * other process goes on serving meanwhile, so this is found out before it is asked to end. Undefined when nothing is found.
 */
export const findObstacleToOpening = async (
  root: string,
  options: OpenRunningLibraryOptions,
): Promise<LibraryOpeningError | undefined> => {
  const layout = dataFolderLayout(root, options.ring, options.ringPlaces)
  const { checkPlaces, checkRing } = createStorageLocationChecks(layout, {
    isInFolder: options.openPrimaryStores === undefined,
    isInUse: true,
    takesRing: options.takeRing,
  })
  const checked = await pipe(
    TE.fromEither<LibraryOpeningError, unknown>(loadPolicyOrDefault(layout, options)),
    TE.flatMapEither(() => checkClock(layout, options.production)),
    TE.flatMap((): TE.TaskEither<LibraryOpeningError, unknown> => checkPlaces),
    TE.flatMapEither((): Checked => checkRing()),
    TE.flatMap((): TE.TaskEither<LibraryOpeningError, KekRing> => openRing(layout.ring, layout.ringPlaces)),
    TE.flatMap((ring) => TE.fromTask(ring.close)),
  )()
  return E.isLeft(checked) ? checked.left : undefined
}
