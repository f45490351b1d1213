import { categories, categoryOf, type LogName, type StreamName } from '../../../../domain/event/stream'
import type { Asked, Command } from '../command'
import { exitCode } from '../exit-code'
import { showInColumns } from '../terminal/three-views'
import { withSystem } from '../with-system'

const persons: ReadonlyArray<string> = categories.persons
const circulation: ReadonlyArray<string> = categories.circulation

/** The log that keeps a stream; circulation where both have its kind. */
export const logOf = (stream: StreamName): LogName => {
  const category = categoryOf(stream)
  return persons.includes(category) && !circulation.includes(category) ? 'persons' : 'circulation'
}

/** Shows each event of a stream: as stored, as staff see it, and as it will read once forgotten. */
export const show = ({ json }: Asked, stream: StreamName, log: LogName | undefined): Command =>
  withSystem(async (system, out) => {
    const events = await system.show(log ?? logOf(stream), stream)
    if (json) events.forEach((event) => out.line(JSON.stringify(event)))
    else events.flatMap(showInColumns).forEach(out.line)
    if (events.length > 0) return exitCode.done
    out.problem(`Nothing stands in ${stream}. Stream names read like copy-3274626533.`)
    return exitCode.refused
  })
