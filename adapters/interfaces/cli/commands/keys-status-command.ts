import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { alignValues } from '../terminal/text-layout'
import { commandOnLibrary } from '../command-on-library'

/** Counts the keys, without saying whose they are. */
export const keysStatusCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const status = await library.keyStoreStatus()
    if (json) output.writeLine(JSON.stringify(status))
    else alignValues(Object.entries(status)).forEach(output.writeLine)
    return 'unavailable' in status ? exitCode.unavailable : exitCode.done
  })
