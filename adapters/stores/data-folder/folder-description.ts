import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { exactRecord } from '../../../domain/event/exact-record'
import { Day } from '../../../domain/values/day'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'
import { overwriteInPlace, writeFileAtomically } from './write-file-atomically'

/** The properties of a folder, fixed when it is made. */
const FolderDescription = exactRecord('folder.json', {
  /** In format 1 one file holds the keys of both logs. */
  format: t.union([t.literal(1), t.literal(2)]),
  clock: t.union([t.literal('real'), t.literal('simulated')]),
  /** Whether demo users may log in. */
  demo: t.boolean,
})
export type FolderDescription = t.TypeOf<typeof FolderDescription>

const ClockFile = exactRecord('clock.json', { today: Day })
const clockText = (today: Day): string => `${JSON.stringify({ today })}\n`

const folderDamaged =
  ({ root }: DataFolderLayout) =>
  (reason: string): FolderError => ({ _tag: 'FolderDamaged', folder: root, reason })

const readJsonFile =
  <A>(layout: DataFolderLayout, codec: t.Type<A>) =>
  (file: string): E.Either<FolderError, A> =>
    pipe(
      E.tryCatch(
        (): unknown => JSON.parse(readFileSync(file, 'utf8')),
        () => folderDamaged(layout)(`${path.basename(file)} is missing or is not JSON`),
      ),
      E.chain((value) =>
        codec.is(value)
          ? E.right(value)
          : E.left(folderDamaged(layout)(`${path.basename(file)} does not have the expected form`)),
      ),
    )

export const hasFolderDescription = (layout: DataFolderLayout): boolean => existsSync(layout.description)

/** Makes the folders and writes the description. */
export const makeDataFolder = (
  layout: DataFolderLayout,
  description: FolderDescription,
  today: Day,
): E.Either<FolderError, void> =>
  E.tryCatch(
    () => {
      for (const folder of [layout.root, path.dirname(layout.keys.circulation), path.dirname(layout.readModels)])
        mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileAtomically(layout.clock, clockText(today))
      writeFileAtomically(layout.description, `${JSON.stringify(description)}\n`)
    },
    () => folderDamaged(layout)('it cannot be written'),
  )

export const readFolderDescription = (layout: DataFolderLayout): E.Either<FolderError, FolderDescription> =>
  readJsonFile(layout, FolderDescription)(layout.description)

/** Describes the folder as one of the newest format. */
export const raiseFolderFormat = (layout: DataFolderLayout): void => {
  const description = readFolderDescription(layout)
  if (E.isRight(description))
    writeFileAtomically(layout.description, `${JSON.stringify({ ...description.right, format: 2 })}\n`)
}

/** The day of a simulated clock. */
export const readSimulatedToday = (layout: DataFolderLayout): E.Either<FolderError, Day> =>
  pipe(
    readJsonFile(layout, ClockFile)(layout.clock),
    E.map(({ today }) => today),
  )

/** Every day has ten characters, so the file keeps its length. */
export const writeSimulatedToday =
  (layout: DataFolderLayout) =>
  (today: Day): void =>
    overwriteInPlace(layout.clock, clockText(today))
