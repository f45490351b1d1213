import type { Position } from '../../../../domain/ports/event-store'
import { replayNow, type ReplayPoint } from '../../../../domain/replay/replay-point'
import { changesBetween } from '../../../../domain/replay/replay-steps'
import { streamOfSubject, type ReplaySubject } from '../../../../domain/replay/replay-subject'
import type { Day } from '../../../../domain/values/day'
import type { TitleId } from '../../../../domain/values/ids'
import { noClassOpened, type ReplayOfStream } from '../../../processes/running-library/replay-operations'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import { factChangeLine, replayFactLine, replayStepLines } from '../terminal/replay-lines'

/** What to replay, and up to where. */
export interface ReplayOptions {
  readonly at?: Day
  readonly position?: string
  readonly revision?: number
  readonly title?: TitleId
  readonly steps?: true
  readonly compareWith?: Day
}

/** Why the options do not go together; undefined when they do. */
const findProblem = (subject: ReplaySubject, options: ReplayOptions): string | undefined => {
  const { at, position, revision, compareWith, steps } = options
  const places = [at, position, revision].filter((place) => place !== undefined).length
  if (places > 1) return 'Name one of --at, --position and --revision.'
  if (position !== undefined && streamOfSubject[subject].log === 'persons')
    return 'A borrower has no position: events of persons change places when their month is closed. Use --at or --revision.'
  if (compareWith !== undefined && (at === undefined || steps === true))
    return 'Two days are compared: name one with --at and the other with --compare-with, without --steps.'
  return undefined
}

const pointOf = async (
  { logHeads }: Pick<RunningLibrary, 'logHeads'>,
  { at, position, revision }: ReplayOptions,
): Promise<ReplayPoint> => {
  if (at !== undefined) return { _tag: 'Day', day: at }
  if (revision !== undefined) return { _tag: 'Revision', revision }
  if (position === undefined) return replayNow
  const { length } = (await logHeads()).circulation
  return { _tag: 'Position', position: position.padStart(length, '0') as Position }
}

const writeReplay = ({ json }: CommandLineOptions, output: CliOutput, replay: ReplayOfStream, steps: boolean): void => {
  const { log, stream, damagedEvents, facts } = replay
  if (steps && json)
    replay.steps.forEach((step) => output.writeLine(JSON.stringify({ ...step.event, changes: step.changes() })))
  else if (steps) replay.steps.flatMap(replayStepLines).forEach(output.writeLine)
  else if (json) output.writeLine(JSON.stringify({ log, stream, damagedEvents, facts }))
  else
    [`${stream} of ${log}, ${String(replay.steps.length)} events`, ...facts.map(replayFactLine)].forEach(
      output.writeLine,
    )
  if (damagedEvents > 0) output.writeNotice(`${String(damagedEvents)} damaged events changed nothing.`)
}

const compare = (
  { json }: CommandLineOptions,
  output: CliOutput,
  before: ReplayOfStream | undefined,
  after: ReplayOfStream | undefined,
): ExitCode => {
  const changes = changesBetween(before?.facts ?? [])(after?.facts ?? [])
  if (json) output.writeLine(JSON.stringify({ changes }))
  else changes.map(factChangeLine).forEach(output.writeLine)
  if (changes.length === 0) output.writeNotice('Both days have the same state.')
  return exitCode.done
}

/**
 * Replays a record: its state, the events that made it (`--steps`), or what differs on another day. It asks for no key:
 * what is sealed is withheld, and what is erased names its certificate. Exit code 1 when there is no such record.
 */
export const auditReplayCommand = (
  commandLine: CommandLineOptions,
  subject: ReplaySubject,
  id: string,
  options: ReplayOptions,
): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const problem = findProblem(subject, options)
    if (problem !== undefined) {
      output.writeProblem(problem)
      return exitCode.usage
    }
    const replayAt = (at: ReplayPoint) =>
      library.replays.replay({ subject, id, title: options.title, at, opened: noClassOpened })
    const replay = await replayAt(await pointOf(library, options))
    if (options.compareWith !== undefined) {
      const other = await replayAt({ _tag: 'Day', day: options.compareWith })
      return compare(commandLine, output, replay, other)
    }
    if (replay === undefined) {
      output.writeProblem(`There is no event of the ${subject} ${id} up to that point.`)
      return exitCode.refused
    }
    writeReplay(commandLine, output, replay, options.steps === true)
    return exitCode.done
  })
