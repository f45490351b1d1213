import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import { signStatement, type Certificate } from '../certificates/sign'
import type { Statement } from '../certificates/statement'
import type { ErasingPorts } from './ports'
import { runStream } from './run'
import { failing, stepFailed, type StepFailed } from './step'

type Ports = Pick<ErasingPorts, 'sign' | 'append' | 'follow' | 'schedule'>

/** The revision of `ErasureDue`, which every stream of a run begins with. */
const declared = 0

const append = (ports: Ports, { run, log, certificate }: Statement, signed: Certificate) =>
  ports.append(log, runStream(run), declared, ScopesErased({ run, certificate, ...signed }, {}))

/** Another worker may have been faster: then there is a certificate, and this one is not written. */
const certifiedAlready = (ports: Ports, { run }: Statement): TE.TaskEither<StepFailed, void> =>
  pipe(
    failing('certify')(ports.follow),
    TE.filterOrElse(
      () => ports.schedule.unfinished().every((unfinished) => unfinished.run !== run),
      () => stepFailed('certify')('the stream of the run is not where it should be'),
    ),
  )

/** Step 5: signs and appends what was done. Called only when every step has succeeded for every scope. */
export const certify =
  (ports: Ports) =>
  (statement: Statement): TE.TaskEither<StepFailed, void> =>
    pipe(
      signStatement(ports.sign)(statement),
      failing('certify'),
      TE.flatMap((signed) =>
        pipe(
          append(ports, statement, signed),
          TE.matchE(
            (failure) =>
              failure._tag === 'Conflict' ? certifiedAlready(ports, statement) : failing('certify')(TE.left(failure)),
            () => failing('certify')(ports.follow),
          ),
        ),
      ),
    )
