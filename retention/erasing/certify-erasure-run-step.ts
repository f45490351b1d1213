import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import { signCertificateStatement, type Certificate } from '../certificates/sign-certificate-statement'
import type { CertificateStatement } from '../certificates/certificate-statement'
import type { ErasingPorts } from './erasing-ports'
import { erasureRunStream } from './erasure-run'
import { toErasureStepFailed, erasureStepFailed, type StepFailed } from './erasure-step'

type Ports = Pick<ErasingPorts, 'sign' | 'append' | 'catchUpSchedule' | 'schedule'>

/** The revision of `ErasureDue`: the first event in the stream of every run. */
const erasureDueRevision = 0

const appendScopesErased = (ports: Ports, { run, log, certificate }: CertificateStatement, signed: Certificate) =>
  ports.append(log, erasureRunStream(run), erasureDueRevision, ScopesErased({ run, certificate, ...signed }, {}))

/** Succeeds when another worker has certified the run already: this certificate is then not written. */
const requireCertifiedByOther = (ports: Ports, { run }: CertificateStatement): TE.TaskEither<StepFailed, void> =>
  pipe(
    toErasureStepFailed('certify')(ports.catchUpSchedule),
    TE.filterOrElse(
      () => ports.schedule.unfinishedRuns().every((unfinished) => unfinished.run !== run),
      () => erasureStepFailed('certify')('the stream of the run has an unexpected revision, and no certificate'),
    ),
  )

/** Step 5: signs the certificate and appends `ScopesErased`. Call it only after every step has succeeded for every scope. */
export const certifyErasureRunStep =
  (ports: Ports) =>
  (statement: CertificateStatement): TE.TaskEither<StepFailed, void> =>
    pipe(
      signCertificateStatement(ports.sign)(statement),
      toErasureStepFailed('certify'),
      TE.flatMap((signed) =>
        pipe(
          appendScopesErased(ports, statement, signed),
          TE.matchE(
            (failure) =>
              failure._tag === 'Conflict'
                ? requireCertifiedByOther(ports, statement)
                : toErasureStepFailed('certify')(TE.left(failure)),
            () => toErasureStepFailed('certify')(ports.catchUpSchedule),
          ),
        ),
      ),
    )
