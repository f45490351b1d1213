import path from 'node:path'
import type { Layout } from '../../stores/data-folder/layout'
import type { LogDigest } from '../../stores/migration/digest'
import type { Moved } from '../../stores/migration/migrate'

const told = (what: string, count: number, of: string, digest: string): string =>
  `${what.padEnd(12)} ${String(count).padStart(9)} ${of}, sha256 ${digest}`

const toldOfLog = (log: string, { events, digest }: LogDigest): string => told(log, events, 'events', digest)

/** Files of the folder, by the folder. */
const named = ({ root }: Layout, ...files: ReadonlyArray<string>): string =>
  files.map((file) => path.relative(root, file)).join(', ')

/** What was moved, and what is to be done now. */
export const summary = (layout: Layout, { logs, keys }: Moved): string =>
  [
    toldOfLog('circulation', logs.circulation),
    toldOfLog('persons', logs.persons),
    told('keys', keys.rows, 'rows', keys.digest),
    `${String(keys.copied)} of these rows were copied in this run.`,
    'Both ends hold the same. From now on set CIRCULATION, PERSONS and KEYS.',
    `The ring of wrapping keys stays in ${layout.ring}, and nothing sealed opens without it: move it to where every process finds it, and name it by RING or --ring.`,
    `Then these may be removed from ${layout.root}: ${named(layout, layout.circulation, layout.persons, path.dirname(layout.keys))}.`,
  ].join('\n')
