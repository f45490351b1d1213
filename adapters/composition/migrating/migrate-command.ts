import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Asked } from '../../interfaces/cli/command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { Out } from '../../interfaces/cli/out'
import type { Layout } from '../../stores/data-folder/layout'
import type { Places } from '../truth/places'
import { truthToFill } from '../truth/truth-elsewhere'
import { migrateFolder } from './migrate-folder'
import { summary } from './summary'

/** `glemsom migrate`: exit code 0 once both ends are proven to hold the same, 4 while another process has the folder. */
export const migrateCommand =
  (layout: Layout, places: E.Either<string, Places | undefined>) =>
  async ({ json }: Asked, out: Out): Promise<ExitCode> => {
    const named = pipe(places, E.flatMap(E.fromNullable('Where to? Name CIRCULATION, PERSONS and KEYS.')))
    if (E.isLeft(named)) {
      out.problem(named.left)
      return exitCode.usage
    }
    const moved = await migrateFolder(layout, truthToFill(named.right), (log, events, total) =>
      out.progress({ what: `Events of ${log}`, done: events, total }),
    )()
    out.endProgress()
    if (E.isLeft(moved)) {
      out.problem(moved.left.words)
      return moved.left.code
    }
    out.line(json ? JSON.stringify(moved.right) : summary(layout, moved.right))
    return exitCode.done
  }
