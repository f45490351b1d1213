import type { Asked, Command } from '../command'
import { exitCode } from '../exit-code'
import { inColumns } from '../terminal/table'
import { withSystem } from '../with-system'

/** Counts keys; tells of none whose it is. */
export const keysStatus = ({ json }: Asked): Command =>
  withSystem(async (system, out) => {
    const status = await system.keysStatus()
    if (json) out.line(JSON.stringify(status))
    else inColumns(Object.entries(status)).forEach(out.line)
    return 'unavailable' in status ? exitCode.unavailable : exitCode.done
  })
