import type { Asked, Command } from '../command'
import { exitCode } from '../exit-code'
import { codeOf, withSystem } from '../with-system'

/** Throws the read models away and folds the logs into new ones. */
export const projectionsRebuild = ({ json }: Asked): Command =>
  withSystem(async (system, out) => {
    const rebuilt = await system.rebuild((folded) => out.progress({ what: 'Read models', done: folded, total: 0 }))()
    out.endProgress()
    if (rebuilt._tag === 'Left') {
      out.problem(`The read models could not be rebuilt: ${rebuilt.left._tag}.`)
      return codeOf(rebuilt.left)
    }
    out.line(json ? JSON.stringify({ readModels: rebuilt.right }) : `${String(rebuilt.right)} read models rebuilt.`)
    return exitCode.done
  })
