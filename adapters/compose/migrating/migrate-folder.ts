import { rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isMade } from '../../folder/description'
import { inWords, type FolderError } from '../../folder/folder-error'
import type { Layout } from '../../folder/layout'
import { isMoved, markMoved } from '../../folder/moved'
import { own } from '../../folder/own'
import { migrate, type Moved, type Told } from '../../migrating/migrate'
import { migrationErrorInWords } from '../../migrating/migration-error'
import { reactorName } from '../library/reacting'
import { closeTruth, type OpenTruth, type StoreTrouble, type Truth } from '../truth/truth'
import { truthInFolder } from '../truth/truth-in-folder'

/** Why nothing was moved, in a sentence that says what to do. */
type InWords = string

const folderWords = E.mapLeft<FolderError, InWords>(inWords)
const storeWords = (where: string) => (trouble: StoreTrouble) =>
  `${where} cannot be opened: ${'reason' in trouble ? trouble.reason : 'others than the owner may read the ring'}.`

const closing =
  <A>(truth: Truth) =>
  (work: TE.TaskEither<InWords, A>): TE.TaskEither<InWords, A> =>
  () =>
    work().finally(() => closeTruth(truth))

const copy = (layout: Layout, elsewhere: OpenTruth, told: Told): TE.TaskEither<InWords, Moved> =>
  pipe(
    truthInFolder(layout),
    TE.mapLeft(storeWords('What the folder holds')),
    TE.chain((from) =>
      pipe(
        elsewhere(layout),
        TE.mapLeft(storeWords('What is on the servers')),
        TE.chain((to) => pipe(migrate(from, to, [reactorName], told), TE.mapLeft(migrationErrorInWords), closing(to))),
        closing(from),
      ),
    ),
  )

/** From here on the library is on the servers. What was folded from the old logs knows places in them: it goes. */
const handOver = (layout: Layout): void => {
  markMoved(layout)
  rmSync(path.dirname(layout.views), { recursive: true, force: true })
}

const ready = (layout: Layout): E.Either<InWords, void> => {
  if (!isMade(layout)) return E.left(`There is no library in ${layout.root}.`)
  return isMoved(layout)
    ? E.left(`The library of ${layout.root} was moved to servers already: nothing is left to be done.`)
    : E.right(undefined)
}

/**
 * Copies the library of a folder to servers, which nobody serves yet, and proves that it is the same there. The folder
 * is marked as moved; its logs and keys stay, for whoever wants to look, until somebody removes them.
 */
export const migrateFolder = (layout: Layout, elsewhere: OpenTruth, told: Told): TE.TaskEither<InWords, Moved> =>
  pipe(
    TE.fromEither(ready(layout)),
    TE.chain(() => TE.fromEither(folderWords(own(layout)))),
    TE.chain((letGo) =>
      pipe(
        copy(layout, elsewhere, told),
        TE.map((moved) => {
          handOver(layout)
          return moved
        }),
        (work) => () => work().finally(letGo),
      ),
    ),
  )
