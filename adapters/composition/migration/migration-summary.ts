import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import type { LogDigest } from '../../stores/migration/log-digest'
import type { LibraryMigrationResult } from '../../stores/migration/migrate-library'

const summaryLine = (what: string, count: number, unit: string, digest: string): string =>
  `${what.padEnd(12)} ${String(count).padStart(9)} ${unit}, sha256 ${digest}`

const logSummaryLine = (log: string, { events, digest }: LogDigest): string =>
  summaryLine(log, events, 'events', digest)

/** Paths of files, relative to the folder. */
const relativePaths = ({ root }: DataFolderLayout, ...files: ReadonlyArray<string>): string =>
  files.map((file) => path.relative(root, file)).join(', ')

/** A library with a simulated clock works on servers only for trying out. */
const simulatedClockLines = (layout: DataFolderLayout): ReadonlyArray<string> =>
  pipe(
    readFolderDescription(layout),
    E.exists(({ clock }) => clock === 'simulated'),
  )
    ? [
        'This library has a simulated clock (an import or a demo makes one). It can be served for trying out, and never with NODE_ENV=production.',
      ]
    : []

/** The counts and digests of what was migrated, and what to do next. */
export const migrationSummary = (layout: DataFolderLayout, { logs, keys }: LibraryMigrationResult): string =>
  [
    logSummaryLine('circulation', logs.circulation),
    logSummaryLine('persons', logs.persons),
    summaryLine('keys', keys.rows, 'rows', keys.digest),
    `${String(keys.copied)} of these rows were copied in this run.`,
    'The folder and the servers hold the same. From now on set CIRCULATION, PERSONS and KEYS.',
    `The ring of wrapping keys stays in ${layout.ring}, and no sealed part opens without it. Move it to a place that every process can read, and name that place with RING or --ring.`,
    ...simulatedClockLines(layout),
    `After that you may remove these from ${layout.root}: ${relativePaths(layout, layout.circulation, layout.persons, path.dirname(layout.keys.circulation))}.`,
  ].join('\n')
