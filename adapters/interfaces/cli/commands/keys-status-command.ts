import { adviceOnFailingPart } from '../../../processes/failures/advice-on-failing-part'
import type { KeyStoreStatus } from '../../../processes/running-library/key-store-status'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { alignValues } from '../terminal/text-layout'
import { commandOnLibrary } from '../command-on-library'

const backupText = ({ newest, isTooOld }: NonNullable<KeyStoreStatus['backup']>): string =>
  `${newest ?? 'none'}${isTooOld ? ' (too old: make one with `glemsom backup` before its epoch is destroyed)' : ''}`

/** A record is a scope: one loan, one reservation, one borrower. */
const counted = (count: number | undefined, what: string): string => (count === undefined ? '-' : `${count} (${what})`)

/** Without what could not be counted. */
const statusLines = ({
  library,
  epoch,
  epochs,
  inEscrow,
  keyDestruction,
  backup,
  rollWaitsFor,
  verifyingKey,
  living,
  fenced,
}: KeyStoreStatus): ReadonlyArray<string> =>
  alignValues([
    ['Library', library],
    ['Living keys', counted(living, 'one for each record that can be read')],
    ['Destroyed keys', counted(fenced, 'one for each record that was erased')],
    ['Epoch of the ring', epoch],
    ['Epochs in use', epochs === 1 ? epoch : `${String(epochs)} (keys are being re-wrapped)`],
    ['Epochs in escrow', inEscrow.length === 0 ? '-' : inEscrow.map((each) => each.epoch).join(', ')],
    ['Destruction of epochs', keyDestruction],
    ...(backup === null ? [] : [['Newest backup of the keys', backupText(backup)] as const]),
    ...(rollWaitsFor === null ? [] : [['The roll waits', rollWaitsFor] as const]),
    ['Key that verifies certificates', verifyingKey],
  ])

const notCounted = (reason: string): string =>
  `The keys cannot be counted: ${reason}. ${adviceOnFailingPart({ part: 'keys', reason })}`

/** Counts the keys, without saying whose they are. */
export const keysStatusCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const status = await library.keyStoreStatus()
    if (json) output.writeLine(JSON.stringify(status))
    else statusLines(status).forEach(output.writeLine)
    if (status.unavailable === undefined) return exitCode.done
    if (!json) output.writeProblem(notCounted(status.unavailable))
    return exitCode.unavailable
  })
