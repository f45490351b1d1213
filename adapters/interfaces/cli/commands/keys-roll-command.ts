import * as E from 'fp-ts/Either'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { alignValues } from '../terminal/text-layout'
import { commandOnLibrary } from '../command-on-library'

/** Begins the next epoch of the wrapping keys, re-wraps all living keys, and puts the old wrapping key into escrow. */
export const keysRollCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const rolled = await library.epochs.roll((done, total) => output.showProgress({ what: 'Keys', done, total }))()
    output.endProgress()
    if (E.isLeft(rolled)) {
      output.writeProblem(
        rolled.left._tag === 'RollWaits'
          ? `The roll waits, and goes on by itself while the library serves: ${rolled.left.reason}.`
          : `The roll stopped, and goes on when it is called again: ${rolled.left.reason}.`,
      )
      return exitCode.unavailable
    }
    const { epoch, rewrapped, unusable, retired } = rolled.right
    if (json) output.writeLine(JSON.stringify(rolled.right))
    else
      alignValues([
        ['Epoch in use', epoch],
        ['Keys re-wrapped', rewrapped],
        ['Keys that do not authenticate', unusable],
        ['Epochs put into escrow', retired.length === 0 ? '-' : retired.join(', ')],
      ]).forEach(output.writeLine)
    return unusable === 0 ? exitCode.done : exitCode.refused
  })
