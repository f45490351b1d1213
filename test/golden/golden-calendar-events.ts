import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { MonthCounted } from '../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../domain/calendar/events/month-opened'
import { type EpochNumber } from '../../domain/erasure/backup-horizon'
import { BackupHorizonDeclared } from '../../domain/erasure/events/backup-horizon-declared'
import { BackupHorizonPassed } from '../../domain/erasure/events/backup-horizon-passed'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import { ScopeLost } from '../../domain/erasure/events/scope-lost'
import { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import { ImportFinished } from '../../domain/import/events/import-finished'
import { ImportStarted } from '../../domain/import/events/import-started'
import { goldenStream } from './golden-stream'
import * as examples from './golden-ids'

const day = examples.on('01-05')
const fingerprint = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Each event of days, months, erasures and imports. */
export const goldenCalendarEvents = [
  ...goldenStream('circulation', 'day', day, day)(
    DayOpened({ day, idempotency: examples.idempotency }, {}),
    DayClosed({ day }, {}),
  ),
  ...goldenStream('circulation', 'month', examples.month, day)(
    MonthOpened({ month: examples.month, statistics: examples.statistics }, {}),
    MonthCounted({ month: examples.month, tables: [{ of: 'loans', by: 'ageClass', cells: [{ value: 'adult', count: 7 }] }] }, {}),
    MonthClosed({ month: examples.month }, {}),
  ),
  ...goldenStream('circulation', 'erasure', examples.run, day)(
    ErasureDue(
      {
        run: examples.run,
        reason: 'due',
        scopes: [{ scope: examples.forgottenScope, class: 'loan', trigger: examples.trigger }],
      },
      {},
    ),
    ScopesErased({ run: examples.run, certificate: examples.certificate, statement: '{}', signature: 'none' }, {}),
  ),
  ...goldenStream('circulation', 'loss', examples.loss, day)(
    ScopeLost(
      {
        loss: examples.loss,
        scope: examples.forgottenScope,
        class: 'loan',
        role: 'administrator',
        reason: 'olderKeysRestored',
      },
      {},
    ),
  ),
  ...goldenStream('circulation', 'epoch', '7', day)(
    BackupHorizonDeclared({ epoch: '7' as EpochNumber, supersededOn: day, destroyedOn: day }, {}),
    BackupHorizonPassed({ epoch: '7' as EpochNumber, supersededOn: day, destroyedOn: day }, {}),
  ),
  ...goldenStream('circulation', 'import', examples.ledger, day)(
    ImportStarted({ import: examples.ledger, fingerprint, rows: 200 }, {}),
    ImportFinished({ import: examples.ledger, fingerprint, loans: 190, rejects: 10, finishedOn: day }, {}),
  ),
]
