import path from 'node:path'
import { isCheckedFileUndamaged, type CheckedFile } from '../../../processes/damage/describe-checked-file'
import type { EventStatusInBackup, DamagedEventInCheck, LogCheck } from '../../../processes/damage/log-check'
import type { LogChangeKind } from '../../../processes/damage/log-change-detector'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { commandOnLibrary, exitCodeForError, describeStoreError } from '../command-on-library'

const backupTexts: Readonly<Record<EventStatusInBackup, string>> = {
  readable: 'the backup has it, and it can be read there',
  damaged: 'the backup has it, and it cannot be read there either',
  missing: 'the backup does not have it',
}

const eventLine = ({ log, stream, revision, type, reason, backup }: DamagedEventInCheck): string =>
  [
    `${log}  ${stream}  revision ${String(revision)}  ${type ?? 'no event'}: ${reason}`,
    ...(backup === null ? [] : [backupTexts[backup]]),
  ].join('; ')

const whatToDo = (hasBackup: boolean): ReadonlyArray<string> => [
  '',
  'Everything else is served without these events, and nothing is erased because of them.',
  'See what is stored of one: glemsom show <stream> --log <log>',
  ...(hasBackup ? [] : ['See what a backup could give back: glemsom log check --backup <its folder>']),
  'Put the bytes of a readable copy back while the library is stopped; the next start reads the logs anew.',
]

const fileLine = ({ file, status, whatToDo }: CheckedFile): string =>
  `${file}: ${status}.${whatToDo === null ? '' : ` ${whatToDo}`}`

const eventLines = ({ events, damaged }: LogCheck, hasBackup: boolean): ReadonlyArray<string> =>
  damaged.length === 0
    ? [`${String(events)} events read, none is damaged.`]
    : [
        `${String(events)} events read, ${String(damaged.length)} damaged:`,
        ...damaged.map(eventLine),
        ...whatToDo(hasBackup),
      ]

const notOpenedLines = ({ notOpened }: LogCheck): ReadonlyArray<string> =>
  notOpened === undefined
    ? []
    : [`Events whose sealed parts were not checked, because the file of their keys is damaged: ${String(notOpened)}.`]

const olderEventsLines = ({ changedOlderEvents = [] }: LogCheck): ReadonlyArray<string> =>
  changedOlderEvents.map(
    (log) =>
      `The events of ${log} from before the codes are not those that the ring has signed: some were changed, added or removed. Compare the log with a backup.`,
  )

const changeTexts: Readonly<Record<LogChangeKind, string>> = {
  EventsMissing: 'events are missing that were read before',
  EventsInserted: 'there are events between others that were read before',
  EventsChanged: 'events are not as they were read before',
}

const changedLines = ({ changedLogs }: LogCheck): ReadonlyArray<string> =>
  changedLogs.map(({ log, kind }) => `${log}: ${changeTexts[kind]} (${kind}). Compare it with a backup.`)

/** Files that are whole have no line: there is nothing to do about them. */
const checkLines = (checked: LogCheck, hasBackup: boolean): ReadonlyArray<string> => [
  ...eventLines(checked, hasBackup),
  ...olderEventsLines(checked),
  ...notOpenedLines(checked),
  ...changedLines(checked),
  ...checked.files.filter((file) => !isCheckedFileUndamaged(file)).map(fileLine),
]

const isAllWhole = ({ damaged, changedOlderEvents, notOpened, changedLogs, files }: LogCheck): boolean =>
  damaged.length === 0 &&
  changedOlderEvents === undefined &&
  notOpened === undefined &&
  changedLogs.length === 0 &&
  files.every(isCheckedFileUndamaged)

/**
 * Lists the damaged events of both logs, what a backup has of them, and the damaged files of logs and keys. Exit code 1
 * when there are any.
 */
export const logCheckCommand = (
  { json, cwd }: CommandLineOptions,
  { backup }: { readonly backup?: string },
): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const folder = backup === undefined ? undefined : path.resolve(cwd, backup)
    const checked = await library.checkLogs(folder, (done, total) =>
      output.showProgress({ what: 'Events', done, total }),
    )()
    output.endProgress()
    if (checked._tag === 'Left') {
      output.writeProblem(describeStoreError('The logs could not be checked', checked.left))
      return checked.left._tag === 'BackupIsUnusable' ? exitCode.usage : exitCodeForError(checked.left)
    }
    if (json) output.writeLine(JSON.stringify(checked.right))
    else checkLines(checked.right, backup !== undefined).forEach(output.writeLine)
    return isAllWhole(checked.right) ? exitCode.done : exitCode.refused
  })
