import * as E from 'fp-ts/Either'
import type { Asked } from '../../cli/command'
import { exitCode, type ExitCode } from '../../cli/exit-code'
import type { Out } from '../../cli/out'
import type { Layout } from '../../folder/layout'
import type { Places } from '../truth/places'
import { truthToFill } from '../truth/truth-elsewhere'
import { migrateFolder } from './migrate-folder'
import { summary } from './summary'

/** `glemsom migrate`: exit code 0 once both ends are proven to hold the same, 4 while another process has the folder. */
export const migrateCommand =
  (layout: Layout, places: E.Either<string, Places | undefined>) =>
  async ({ json }: Asked, out: Out): Promise<ExitCode> => {
    if (E.isLeft(places) || places.right === undefined) {
      out.problem(E.isLeft(places) ? places.left : 'Where to? Name CIRCULATION, PERSONS and KEYS.')
      return exitCode.usage
    }
    const moved = await migrateFolder(layout, truthToFill(places.right), (log, events, total) =>
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
