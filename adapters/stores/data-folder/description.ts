import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { record } from '../../../domain/event/record'
import { Day } from '../../../domain/values/day'
import type { FolderError } from './folder-error'
import type { Layout } from './layout'
import { overwrite, writeWhole } from './whole-file'

/** What a folder was made as, once and for all. */
const Description = record('folder.json', {
  format: t.literal(1),
  clock: t.union([t.literal('real'), t.literal('simulated')]),
  /** Whether demo users may be let in. */
  demo: t.boolean,
})
export type Description = t.TypeOf<typeof Description>

const ClockFile = record('clock.json', { today: Day })
const clockText = (today: Day): string => `${JSON.stringify({ today })}\n`

const damaged =
  ({ root }: Layout) =>
  (reason: string): FolderError => ({ _tag: 'FolderDamaged', folder: root, reason })

const readJson =
  <A>(layout: Layout, codec: t.Type<A>) =>
  (file: string): E.Either<FolderError, A> =>
    pipe(
      E.tryCatch(
        (): unknown => JSON.parse(readFileSync(file, 'utf8')),
        () => damaged(layout)(`${path.basename(file)} is missing or is not JSON`),
      ),
      E.chain((value) =>
        codec.is(value) ? E.right(value) : E.left(damaged(layout)(`${path.basename(file)} does not read as it should`)),
      ),
    )

export const isMade = (layout: Layout): boolean => existsSync(layout.description)

/** Makes the folders and says what this one is. */
export const makeFolder = (layout: Layout, description: Description, today: Day): E.Either<FolderError, void> =>
  E.tryCatch(
    () => {
      for (const folder of [layout.root, path.dirname(layout.keys), path.dirname(layout.views)])
        mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeWhole(layout.clock, clockText(today))
      writeWhole(layout.description, `${JSON.stringify(description)}\n`)
    },
    () => damaged(layout)('it cannot be written'),
  )

export const readDescription = (layout: Layout): E.Either<FolderError, Description> =>
  readJson(layout, Description)(layout.description)

/** The day on which a simulated clock stands. */
export const readToday = (layout: Layout): E.Either<FolderError, Day> =>
  pipe(
    readJson(layout, ClockFile)(layout.clock),
    E.map(({ today }) => today),
  )

/** Every day is written in ten characters, so that the file keeps its length. */
export const keepToday =
  (layout: Layout) =>
  (today: Day): void =>
    overwrite(layout.clock, clockText(today))
