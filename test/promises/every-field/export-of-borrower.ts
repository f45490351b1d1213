import { toPersonalDataAnswer } from '../../../adapters/interfaces/http/resources/personal-data/personal-data-answer'
import { heldExplainedHolds } from '../../../adapters/interfaces/http/resources/personal-data/held-explained-holds'
import { dataByKind } from '../../../adapters/interfaces/pages/personal-data/personal-data'
import { defaultDebtLimit } from '../../../domain/policy/debt-limit'
import { defaultFees } from '../../../domain/policy/fee-policy'
import { readEventsOfRecords } from '../../../domain/use-cases/read-events-of-records'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import { borrowerOverview } from '../../../projections/borrower-overview/borrower-overview'
import { heldDataOf } from '../../../projections/held-data/held-data'
import { lastClosedDay } from '../../../projections/calendar/calendar-queries'
import { daysOfForgettingOf } from '../../../projections/legal-holds/days-of-forgetting'
import { recordsOfBorrower } from '../../../projections/held-data/records-of-borrower'
import { kindsOfData } from '../../../retention/promises/kinds-of-data'
import { logEntriesByKind } from '../../../retention/promises/log-entries'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { asRecorded } from '../../projections/example-events'
import { logsWith, type EventsInLogs } from './logs-of-history'

const days = {
  ...{ loan: 30, fee: 30, payment: 30, unmatched: 30, message: 30 },
  ...{ noticeMonths: 1, messageCountMonths: 12, viewMonths: 6 },
}
const settings = {
  ...{ today: '2026-12-31' as Day, fees: () => defaultFees, debtLimit: defaultDebtLimit },
  ...{ deadlineAt: asRecorded, retentionDays: days },
}

/** The library after the events of a history, asked for exports. */
export interface LibraryAfterEvents {
  /** What a borrower is sent as `GET /me/data`, without the promises; undefined for somebody who is not registered. */
  readonly exportOf: (borrower: BorrowerId) => Promise<string | undefined>
  readonly close: () => void
}

const isShownToBorrower = (kind: keyof typeof kindsOfData): boolean =>
  (kindsOfData[kind].seenBy as ReadonlyArray<string>).includes('borrower')

export const libraryAfter = (events: EventsInLogs): LibraryAfterEvents => {
  const models = inMemoryReadModels()
  models.foldEvents(withMetadataIn('circulation')(events.circulation))
  models.foldEvents(withMetadataIn('persons')(events.persons))
  const read = readEventsOfRecords(logsWith(events))
  return {
    exportOf: async (borrower) => {
      const overview = borrowerOverview(settings)(borrower)(models.rows)
      if (overview === undefined) return undefined
      const forgetting = daysOfForgettingOf(borrower, lastClosedDay(models.rows), true)(models.rows)
      const kinds = dataByKind(
        'borrower',
        false,
      )({
        ...heldDataOf(days, asRecorded)(overview)(models.rows),
        explainedLegalHold: heldExplainedHolds(forgetting)(models.rows),
      })
      const pages = await Promise.all(recordsOfBorrower(borrower)(models.rows).map((records) => read(records)()))
      const entries = logEntriesByKind(isShownToBorrower)(pages.flatMap(rightOrThrow))
      const sent = toPersonalDataAnswer({ borrower, madeOn: settings.today, kinds, obstacles: [] }, entries)
      const held = Object.entries(sent.kinds).map(([kind, row]) => ({ kind, data: row.data, entries: row.entries }))
      return JSON.stringify({ borrower: sent.borrower, held })
    },
    close: () => models.close(),
  }
}
