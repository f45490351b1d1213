import type { System } from '../../processes/running/system'
import type { Command, Opening } from './command'
import { exitCode, type ExitCode } from './exit-code'
import type { Out } from './out'

/** A command that needs nothing but the system. */
export const withSystem =
  (work: (system: System, out: Out) => Promise<ExitCode>, opening: Opening = {}): Command =>
  async (open, out) => {
    const opened = await open(opening)
    if (opened._tag === 'Right') return work(opened.right, out)
    out.problem(opened.left.words)
    return opened.left.code
  }

const unavailable: ReadonlySet<string> = new Set(['Unavailable', 'StoreUnavailable', 'Corrupt', 'Undecodable'])

/** The exit code for an error of the core: what cannot be reached or read is unavailable, all else is refused. */
export const codeOf = ({ _tag }: { readonly _tag: string }): ExitCode =>
  unavailable.has(_tag) ? exitCode.unavailable : exitCode.refused
