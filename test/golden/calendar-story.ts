import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { MonthCounted } from '../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../domain/calendar/events/month-opened'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import { ImportFinished } from '../../domain/import/events/import-finished'
import { ImportStarted } from '../../domain/import/events/import-started'
import { chapter } from './chapter'
import * as the from './people-and-things'

const day = the.on('01-05')
const fingerprint = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Days, months, an erasure and an import. */
export const calendarStory = [
  ...chapter('circulation', 'day', day, day)(
    DayOpened({ day, idempotency: the.idempotency }, {}),
    DayClosed({ day }, {}),
  ),
  ...chapter('circulation', 'month', the.month, day)(
    MonthOpened({ month: the.month, statistics: the.statistics }, {}),
    MonthCounted({ month: the.month, cells: [{ by: 'group', value: 'adult', loans: 7 }] }, {}),
    MonthClosed({ month: the.month }, {}),
  ),
  ...chapter('circulation', 'erasure', the.run, day)(
    ErasureDue(
      {
        run: the.run,
        reason: 'due',
        scopes: [{ scope: the.forgottenScope, class: 'loan', trigger: the.trigger }],
      },
      {},
    ),
    ScopesErased({ run: the.run, certificate: the.certificate, statement: '{}', signature: 'none' }, {}),
  ),
  ...chapter('circulation', 'import', the.ledger, day)(
    ImportStarted({ import: the.ledger, fingerprint, rows: 200 }, {}),
    ImportFinished({ import: the.ledger, fingerprint, loans: 190, rejects: 10, finishedOn: day }, {}),
  ),
]
