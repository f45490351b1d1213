import fc from 'fast-check'
import type { Opening } from '../../../domain/access/opening'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import type { WriteView } from '../../../domain/borrower/commands/write-view'
import { ViewWritten } from '../../../domain/borrower/events/view-written'
import { paddingOfViews, viewsOfOpenings, viewsStep } from '../../../domain/borrower/views-of-openings'
import { writeViewCommandsOfMonth } from '../../../domain/closing/write-view-commands-of-month'
import { canonicalJson } from '../../../domain/event/canonical-json'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { ViewId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { annaRegistered } from '../../fixtures/example-borrowers'
import { anna, bent, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const view = numberedUuid(1) as ViewId
const month = (text: string) => text as Month

const opening = (reason: string, on = '2026-03-10', staffNumber: string | null = 'M-1'): Opening => ({
  ...{ day: day(on), role: 'staff', reason, opened: 'nameAndAddress', staffNumber, approvedBy: null },
})
const write = (of: string, openings = [opening('Brev')]): WriteView => ({
  ...{ type: 'WriteView', borrower: anna, view, month: month(of), openings },
})
const written = (of: string, reasons: ReadonlyArray<string>) => {
  const views = reasons.map((reason) => ({ role: 'staff', reason, opened: 'nameAndAddress' }) as const)
  return ViewWritten(
    { borrower: anna, view, month: month(of) },
    { view: { views, padding: ' '.repeat(viewsStep - canonicalJson(views).length) } },
  )
}

const arbitraryOpening = fc
  .record({ reason: fc.constantFrom('Brev', 'Bud', 'Klage'), on: fc.constantFrom('2026-03-10', '2026-03-11') })
  .map(({ reason, on }) => opening(reason, on))

describe('what a month leaves of the openings of a record', () => {
  it('is each role and reason once, however often and by whom it was opened', () => {
    past(annaRegistered())
      .when(write('2026-03', [opening('Brev'), opening('Brev', '2026-03-11', null), opening('Bud')]))
      .thenHappens(written('2026-03', ['Brev', 'Bud']))
  })

  it('is written once a month', () => {
    const seen = past(annaRegistered(), written('2026-03', ['Brev']))
    seen.when(write('2026-03')).thenHappens()
    seen.when(write('2026-04')).thenHappens(written('2026-04', ['Brev']))
  })

  it('is written of nobody who is not registered', () => {
    past().when(write('2026-03')).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('does not tell in which order it was opened', () => {
    fc.assert(
      fc.property(fc.array(arbitraryOpening), (openings) => {
        expect(viewsOfOpenings([...openings].reverse())).toEqual(viewsOfOpenings(openings))
      }),
    )
  })

  it('has the size of the next thousand characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 20 }), (reasons) => {
        const views = viewsOfOpenings(reasons.map((reason) => opening(reason)))
        const size = canonicalJson(views).length + paddingOfViews(views).length
        expect([size % viewsStep, size - canonicalJson(views).length < viewsStep]).toEqual([0, true])
      }),
    )
  })

  it('is one command for each borrower who was looked at', () => {
    const of = (borrower: typeof anna, reason: string) => ({ borrower, opening: opening(reason) })
    const accesses = [of(anna, 'Brev'), of(bent, 'Bud'), of(anna, 'Klage')]
    const commands = writeViewCommandsOfMonth(() => view, month('2026-03'))(accesses)
    expect(commands.map(({ borrower, openings }) => [borrower, openings.map(({ reason }) => reason)])).toEqual([
      [anna, ['Brev', 'Klage']],
      [bent, ['Bud']],
    ])
  })
})
