import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { packageVersion } from '../../system/package-version'
import { exactRecord } from '../../../domain/event/exact-record'
import { Day } from '../../../domain/values/day'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'
import { compareVersions, isLaterRelease, isReleaseVersion } from './compare-release-versions'
import { replaceTextInPlace, writeFileAtomically } from './write-file-atomically'
import { createPrivateFolder } from '../../system/files/private-folder'

const newestFormat = 2

/** The properties of a folder, fixed when it is made. */
const FixedDescription = exactRecord('folder.json', {
  /** In format 1 one file holds the keys of both logs. */
  format: t.union([t.literal(1), t.literal(newestFormat)]),
  clock: t.union([t.literal('real'), t.literal('simulated')]),
  /** Whether demo users may log in. */
  demo: t.boolean,
})
/**
 * What a folder that was opened has, so that its loss is noticed. A folder that was not opened since this is noted does
 * not say so.
 */
interface NotedParts {
  /** The folder stores a policy file. */
  readonly hasPolicy?: boolean
  /** A list of erased borrowers was made for the folder, outside of it. */
  readonly hasErasureReceipt?: boolean
  /** The events of its logs have codes, and the ring the keys of them. */
  readonly hasEventCodes?: boolean
}

const namesOfNotedParts = ['hasPolicy', 'hasErasureReceipt', 'hasEventCodes'] as const

/** `usedBy`: the latest version of Glemsom that has used the folder; those before 0.2.0 left no trace. */
export type FolderDescription = t.TypeOf<typeof FixedDescription> & NotedParts & { readonly usedBy?: string }

type UndecodedDescription = Readonly<Record<string, unknown>>

const ClockFile = exactRecord('clock.json', { today: Day })
const clockText = (today: Day): string => `${JSON.stringify({ today })}\n`

const folderDamaged =
  ({ root }: DataFolderLayout) =>
  (reason: string): FolderError => ({ _tag: 'FolderDamaged', folder: root, reason })

/** The end of a message: it has no full stop. */
const putBack = 'Put it back from a backup: see Backup and restore in adapters/README.md'

const readJson =
  (layout: DataFolderLayout) =>
  (file: string): E.Either<FolderError, unknown> =>
    E.tryCatch(
      (): unknown => JSON.parse(readFileSync(file, 'utf8')),
      () => folderDamaged(layout)(`${path.basename(file)} is missing or is not JSON. ${putBack}`),
    )

const decodeJson =
  <A>(layout: DataFolderLayout, codec: t.Type<A>) =>
  (file: string) =>
  (value: unknown): E.Either<FolderError, A> =>
    codec.is(value)
      ? E.right(value)
      : E.left(folderDamaged(layout)(`${path.basename(file)} does not have the expected form. ${putBack}`))

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
        createPrivateFolder(folder)
      writeFileAtomically(layout.clock, clockText(today))
      writeFileAtomically(layout.description, `${JSON.stringify(description)}\n`)
    },
    () => folderDamaged(layout)('it cannot be written'),
  )

const isRecord = (value: unknown): value is UndecodedDescription =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Refuses a folder with what this version cannot know, before any other member is looked at. */
const refuseLaterFolder =
  ({ root }: DataFolderLayout, version: string) =>
  ({ format, usedBy }: UndecodedDescription): E.Either<FolderError, void> => {
    const laterUser = isReleaseVersion(usedBy) && isLaterRelease(usedBy, version) ? usedBy : undefined
    const isLaterFormat = typeof format === 'number' && format > newestFormat
    return isLaterFormat || laterUser !== undefined
      ? E.left({ _tag: 'FolderIsLater', folder: root, usedBy: laterUser, version })
      : E.right(undefined)
  }

const notedParts = (parts: UndecodedDescription): NotedParts =>
  Object.fromEntries(namesOfNotedParts.flatMap((name) => (parts[name] === true ? [[name, true]] : [])))

/** Reads the description for a version of Glemsom, which must not be earlier than the one that used the folder. */
export const readFolderDescription = (
  layout: DataFolderLayout,
  version: string = packageVersion(),
): E.Either<FolderError, FolderDescription> =>
  pipe(
    readJson(layout)(layout.description),
    E.map((value): UndecodedDescription => (isRecord(value) ? value : {})),
    E.chainFirst(refuseLaterFolder(layout, version)),
    E.chain(({ usedBy, hasPolicy, hasErasureReceipt, hasEventCodes, ...fixed }) =>
      pipe(
        decodeJson(layout, FixedDescription)(layout.description)(fixed),
        E.map((description) => ({
          ...description,
          ...(isReleaseVersion(usedBy) ? { usedBy } : {}),
          ...notedParts({ hasPolicy, hasErasureReceipt, hasEventCodes }),
        })),
      ),
    ),
  )

const noteUse =
  (layout: DataFolderLayout, version: string) =>
  ({ usedBy, ...description }: FolderDescription): FolderDescription => ({
    ...description,
    usedBy: usedBy !== undefined && compareVersions(usedBy, version) >= 0 ? usedBy : version,
    ...notedParts({
      hasPolicy: existsSync(layout.policy),
      hasErasureReceipt: existsSync(layout.erasureReceipt),
      hasEventCodes: true,
    }),
  })

/**
 * Writes down that a version has used the folder, unless a later one has: an earlier version then refuses the folder.
 * Writes down too what the folder has now that it was opened, so that its loss is noticed.
 */
export const recordVersionThatUsedFolder = (layout: DataFolderLayout, version: string): E.Either<FolderError, void> =>
  pipe(
    readFolderDescription(layout, version),
    E.chain((description) => {
      const noted = noteUse(layout, version)(description)
      return noted.usedBy === description.usedBy && namesOfNotedParts.every((name) => noted[name] === description[name])
        ? E.right(undefined)
        : E.tryCatch(
            () => writeFileAtomically(layout.description, `${JSON.stringify(noted)}\n`),
            () => folderDamaged(layout)('it cannot be written'),
          )
    }),
  )

/** Describes the folder as one of the newest format. */
export const writeNewestFolderFormat = (layout: DataFolderLayout): void => {
  const description = readFolderDescription(layout)
  if (E.isRight(description))
    writeFileAtomically(layout.description, `${JSON.stringify({ ...description.right, format: newestFormat })}\n`)
}

/** The day of a simulated clock. */
export const readSimulatedToday = (layout: DataFolderLayout): E.Either<FolderError, Day> =>
  pipe(
    readJson(layout)(layout.clock),
    E.chain(decodeJson(layout, ClockFile)(layout.clock)),
    E.map(({ today }) => today),
  )

/** Every day has ten characters, so the file keeps its length. */
export const writeSimulatedToday =
  (layout: DataFolderLayout) =>
  (today: Day): void =>
    replaceTextInPlace(layout.clock, clockText(today))
