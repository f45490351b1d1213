import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { stateOf } from '../certificates/state'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { UnfinishedRun } from '../schedule/schedule'
import { certify } from './certify'
import { checkpoint } from './checkpoint'
import { evict } from './evict'
import { fence } from './fence'
import type { ErasingPorts } from './ports'
import { purge } from './purge'
import type { DeclaredRun } from './run'
import { done, type StepFailed } from './step'
import { verify } from './verify'

/**
 * Takes a declared run through all its steps, from the first: each is idempotent, so a run that broke off anywhere is
 * finished by starting over, and nothing is signed unless all of them succeed now. Answers what was erased.
 */
export const finish =
  (ports: ErasingPorts, classes: DeletionClasses) =>
  (unfinished: UnfinishedRun): TE.TaskEither<StepFailed, DeclaredRun> => {
    const run: DeclaredRun = { ...unfinished, scopes: ports.schedule.scopesOf(unfinished.run) }
    return pipe(
      TE.Do,
      TE.bind('fenced', () => fence(ports)(run)),
      TE.bind('emptied', () => checkpoint(ports)(run)),
      TE.bind('evicted', () => evict(ports)(run)),
      TE.bind('purged', () => purge(ports)(run)),
      TE.bind('verified', () => verify(ports)(run)),
      TE.map(({ fenced, emptied, evicted, purged, verified }) =>
        stateOf(classes)(run, verified.rows, [
          done('declare', run.recorded),
          fenced,
          emptied,
          evicted,
          purged,
          verified.step,
        ]),
      ),
      TE.flatMap(certify(ports)),
      TE.map(() => run),
    )
  }
