import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { formatEventInColumns } from '../terminal/format-event-in-columns'
import { commandOnLibrary } from '../command-on-library'
import { logOfStream } from '../log-of-stream'

/** Shows each event of a stream in three columns: as stored, as staff see it, and as it will read once forgotten. */
export const showStreamCommand = (
  { json }: CommandLineOptions,
  stream: StreamName,
  log: LogName | undefined,
): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const events = await library.showStream(log ?? logOfStream(stream), stream)
    if (json) events.forEach((event) => output.writeLine(JSON.stringify(event)))
    else events.flatMap(formatEventInColumns).forEach(output.writeLine)
    if (events.length > 0) return exitCode.done
    output.writeProblem(
      `The stream ${stream} has no events. Stream names look like copy-3274626533, title-52557240, fee-ID or borrower-ID.`,
    )
    return exitCode.refused
  })
