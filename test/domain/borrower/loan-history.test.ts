import fc from 'fast-check'
import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { HistoryConsentGiven } from '../../../domain/borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from '../../../domain/borrower/events/history-consent-withdrawn'
import { HistoryWritten } from '../../../domain/borrower/events/history-written'
import {
  historyEntryBytes,
  loanHistoryEntryOfTitles,
  maxTitlesPerHistoryEntry,
} from '../../../domain/borrower/history/history-entry'
import { historyCommandsOfMonth } from '../../../domain/closing/history-commands-of-month'
import { canonicalJson } from '../../../domain/event/canonical-json'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { HistoryId, TitleId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { annaRegistered } from '../../fixtures/example-borrowers'
import { anna, bent, firstTitle, secondTitle } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const registered = past(annaRegistered())
const [history, other] = [numberedUuid(1) as HistoryId, numberedUuid(2) as HistoryId]
const month = (text: string) => text as Month

const consent = (id = history): BorrowerCommand => ({
  ...{ type: 'GiveHistoryConsent', borrower: anna, history: id, givenIn: month('2026-03'), givenBy: 'borrower' },
})
const withdraw: BorrowerCommand = { type: 'WithdrawHistoryConsent', borrower: anna }
const write = (of: string, titles: ReadonlyArray<TitleId> = []): BorrowerCommand => ({
  ...{ type: 'WriteHistory', borrower: anna, month: month(of), titles },
})
const wasGiven = HistoryConsentGiven(
  { borrower: anna, history, givenIn: month('2026-03') },
  { history: { givenBy: 'borrower' } },
)
const withdrawn = HistoryConsentWithdrawn({ borrower: anna, history }, {})
const written = (of: string, titles: ReadonlyArray<TitleId>) =>
  HistoryWritten(
    { borrower: anna, history, month: month(of) },
    { history: { entry: loanHistoryEntryOfTitles(titles) } },
  )

describe('a loan history', () => {
  it('is written for nobody who has not consented', () => {
    registered.when(write('2026-04', [firstTitle])).thenHappens()
    registered.when(withdraw).thenHappens()
  })

  it('begins with the month after the consent, and has each month once, empty or not', () => {
    registered.when(consent()).thenHappens(wasGiven)
    const consented = past(annaRegistered(), wasGiven)
    consented.when(consent(other)).thenHappens()
    consented.when(write('2026-03', [firstTitle])).thenHappens()
    consented.when(write('2026-04', [])).thenHappens(written('2026-04', []))
    past(annaRegistered(), wasGiven, written('2026-04', []))
      .when(write('2026-04', [firstTitle]))
      .thenHappens()
  })

  it('ends when the consent is withdrawn; a new consent begins a new one', () => {
    past(annaRegistered(), wasGiven).when(withdraw).thenHappens(withdrawn)
    const without = past(annaRegistered(), wasGiven, written('2026-04', [firstTitle]), withdrawn)
    without.when(write('2026-05', [firstTitle])).thenHappens()
    without.when(withdraw).thenHappens()
    expect(without.when(consent(other)).events()).toMatchObject([{ open: { history: other } }])
  })

  it('is written for those alone who had consented before the month', () => {
    const titles = [firstTitle]
    expect(
      historyCommandsOfMonth(month('2026-04'))([
        { borrower: anna, givenIn: month('2026-03'), titles },
        { borrower: bent, givenIn: month('2026-04'), titles },
      ]),
    ).toEqual([{ type: 'WriteHistory', borrower: anna, month: '2026-04', titles }])
  })
})

describe('an entry of a loan history', () => {
  it('has one size, however much was lent', () => {
    const title = fc.integer({ min: 10_000_000, max: 999_999_999 }).map((number) => String(number) as TitleId)
    fc.assert(
      fc.property(fc.array(title, { maxLength: 400, size: 'max' }), (titles) => {
        const entry = loanHistoryEntryOfTitles(titles)
        expect(canonicalJson({ entry })).toHaveLength(historyEntryBytes)
        expect(entry.titles.length + entry.omitted).toBe(new Set(titles).size)
      }),
    )
  })

  it('names each title once, in an order that tells nothing, and says how many it omits', () => {
    expect(loanHistoryEntryOfTitles([secondTitle, firstTitle, secondTitle]).titles).toEqual(
      [firstTitle, secondTitle].sort(),
    )
    const many = Array.from({ length: maxTitlesPerHistoryEntry + 7 }, (_, n) => String(10_000_000 + n) as TitleId)
    expect(loanHistoryEntryOfTitles(many)).toMatchObject({ omitted: 7 })
  })
})
