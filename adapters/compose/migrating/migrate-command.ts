import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { LogDigest } from '../../migrating/digest'
import type { Asked } from '../../cli/command'
import { exitCode, type ExitCode } from '../../cli/exit-code'
import type { Out } from '../../cli/out'
import type { Layout } from '../../folder/layout'
import type { Moved } from '../../migrating/migrate'
import { migrateFolder } from './migrate-folder'
import type { Places } from '../truth/places'
import { truthToFill } from '../truth/truth-elsewhere'

const told = (log: string, { events, digest }: LogDigest): string =>
  `${log.padEnd(12)} ${String(events).padStart(9)} events, sha256 ${digest}`

/** Files of the folder, by the folder. */
const named = ({ root }: Layout, ...files: ReadonlyArray<string>): string =>
  files.map((file) => path.relative(root, file)).join(', ')

const summary = (layout: Layout, { logs, keys }: Moved): string =>
  [
    told('circulation', logs.circulation),
    told('persons', logs.persons),
    `keys         ${String(keys).padStart(9)} rows copied in this run`,
    'Both ends hold the same. From now on set CIRCULATION, PERSONS and KEYS.',
    `The ring of wrapping keys stays in ${layout.ring}, and nothing sealed opens without it: move it to where every process finds it, and name it by RING or --ring.`,
    `Then these may be removed from ${layout.root}: ${named(layout, layout.circulation, layout.persons, path.dirname(layout.keys))}.`,
  ].join('\n')

/** `glemsom migrate`: exit code 0 once both ends are proven to hold the same. */
export const migrateCommand =
  (layout: Layout, places: E.Either<string, Places | undefined>) =>
  async ({ json }: Asked, out: Out): Promise<ExitCode> => {
    if (E.isLeft(places) || places.right === undefined) {
      out.problem(E.isLeft(places) ? places.left : 'Where to? Name CIRCULATION, PERSONS and KEYS.')
      return exitCode.usage
    }
    const moved = await migrateFolder(layout, truthToFill(places.right), (log, events) =>
      out.progress({ what: `Events of ${log}`, done: events, total: 0 }),
    )()
    out.endProgress()
    if (E.isLeft(moved)) {
      out.problem(moved.left)
      return exitCode.refused
    }
    out.line(json ? JSON.stringify(moved.right) : summary(layout, moved.right))
    return exitCode.done
  }
