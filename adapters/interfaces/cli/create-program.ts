import { Command as Program } from 'commander'
import { packageVersion } from '../../system/package-version'
import type { StoreServerAddressOptions } from './cli-command'
import type { CliOutput } from './cli-output'

const exitCodesHelp = `
Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 unavailable, 4 data folder in use.
While "glemsom serve" runs, it runs the other commands for its data folder.`

/** The options that stand before the command. */
export interface GlobalOptions extends StoreServerAddressOptions {
  readonly data: string
  readonly json?: true
  readonly policy?: string
}

/** The program without its commands. Help and usage errors go to `output`. */
export const createProgram = (output: CliOutput): Program =>
  new Program('glemsom')
    .description('A circulation core for libraries: event-sourced, and able to forget.')
    .version(packageVersion(), '--version', 'print the version')
    .option('--data <folder>', 'the data folder', '.glemsom')
    .option('--json', 'print JSON')
    .option('--policy <file>', 'the policy file (or POLICY; default: the one that the data folder stores)')
    .option('--circulation <address>', 'address of the log of circulation, if it is not in the folder (or CIRCULATION)')
    .option('--persons <address>', 'address of the log of persons, if it is not in the folder (or PERSONS)')
    .option('--keys <address>', 'address of the key store, if it is not in the folder (or KEYS)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.writeLine(text.trimEnd()),
      writeErr: (text) => output.writeProblem(text.trimEnd()),
    })
    .addHelpText('after', exitCodesHelp)
