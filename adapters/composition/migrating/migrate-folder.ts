import { rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isMade } from '../../stores/data-folder/description'
import type { Layout } from '../../stores/data-folder/layout'
import { isMoved, markMoved } from '../../stores/data-folder/moved'
import { own } from '../../stores/data-folder/own'
import { migrate, type Moved } from '../../stores/migration/migrate'
import { reactorName } from '../library/reacting'
import { closeTruth, type OpenTruth, type Truth } from '../truth/truth'
import { truthInFolder } from '../truth/truth-in-folder'
import { counted, type ToldOfAll } from './counted'
import { notCopied, notOpened, notOwned, refused, type NotMoved } from './not-moved'

const closing =
  <A>(truth: Truth) =>
  (work: TE.TaskEither<NotMoved, A>): TE.TaskEither<NotMoved, A> =>
  () =>
    work().finally(() => closeTruth(truth))

const copyTo =
  (from: Truth, told: ToldOfAll) =>
  (to: Truth): TE.TaskEither<NotMoved, Moved> =>
    pipe(
      TE.fromTask(counted(from.logs, told)),
      TE.chain((toldOfLog) => migrate(from, to, [reactorName], toldOfLog)),
      TE.mapLeft(notCopied),
      closing(to),
    )

const copy = (layout: Layout, elsewhere: OpenTruth, told: ToldOfAll): TE.TaskEither<NotMoved, Moved> =>
  pipe(
    truthInFolder(layout),
    TE.mapLeft(notOpened('What the folder holds')),
    TE.chain((from) =>
      pipe(
        elsewhere(layout),
        TE.mapLeft(notOpened('What is on the servers')),
        TE.chain(copyTo(from, told)),
        closing(from),
      ),
    ),
  )

/** From here on the library is on the servers. What was folded from the old logs knows places in them: it goes. */
const handOver = (layout: Layout): void => {
  markMoved(layout)
  rmSync(path.dirname(layout.views), { recursive: true, force: true })
}

const ready = (layout: Layout): E.Either<NotMoved, void> => {
  if (!isMade(layout)) return E.left(refused(`There is no library in ${layout.root}.`))
  return isMoved(layout)
    ? E.left(refused(`The library of ${layout.root} was moved to servers already: nothing is left to be done.`))
    : E.right(undefined)
}

/**
 * Copies the library of a folder to servers, which nobody serves yet, and proves that it is the same there. The folder
 * is marked as moved; its logs and keys stay, for whoever wants to look, until somebody removes them.
 */
export const migrateFolder = (layout: Layout, elsewhere: OpenTruth, told: ToldOfAll): TE.TaskEither<NotMoved, Moved> =>
  pipe(
    TE.fromEither(ready(layout)),
    TE.chain(() => TE.fromEither(E.mapLeft(notOwned)(own(layout)))),
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
