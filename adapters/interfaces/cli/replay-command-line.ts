import type { Command as Program } from 'commander'
import { replaySubjects, type ReplaySubject } from '../../../domain/replay/replay-subject'
import { TitleId } from '../../../domain/values/ids'
import { parseDayArgument, parseWholeNumber, rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { auditReplayCommand, type ReplayOptions } from './commands/replay-commands'

const parseSubject = (text: string): ReplaySubject =>
  replaySubjects.find((subject) => subject === text) ?? rejectArgument(`one of ${replaySubjects.join(', ')}`)

const parseRecord = (text: string): string =>
  /^[0-9a-z-]{8,36}$/.test(text) ? text : rejectArgument('the number of a copy or a title, or the id of another record')

const parsePosition = (text: string): string =>
  /^[0-9]{1,15}$/.test(text) ? text : rejectArgument('a position of the log, as --steps shows it')

const parseTitle = (text: string): TitleId => (TitleId.is(text) ? text : rejectArgument('the number of a title'))

/** Adds `audit replay`. */
export const addReplayCommand = (audit: Program, acceptCommand: AcceptCommand): void => {
  audit
    .command('replay')
    .description('replay a record from the log, without any key: its state, and the events that made it')
    .argument('<what>', replaySubjects.join(', '), parseSubject)
    .argument('<id>', 'the number of a copy or a title, or the id of another record', parseRecord)
    .option('--at <day>', 'as it was on this day (a borrower: at the end of its month)', parseDayArgument)
    .option('--position <position>', 'as it was at this position of circulation', parsePosition)
    .option('--revision <number>', 'as it was at this event of its stream', parseWholeNumber)
    .option('--title <title>', 'the title of a reservation; without it the log is searched', parseTitle)
    .option('--steps', 'show the events, and what each changed')
    .option('--compare-with <day>', 'show what differs on this day from that of --at', parseDayArgument)
    .action((subject: ReplaySubject, id: string, options: ReplayOptions) =>
      acceptCommand((commandLine) => auditReplayCommand(commandLine, subject, id, options)),
    )
}
