import fc from 'fast-check'
import type { DomainEvent } from '../../../domain/event/domain-event'
import type { BorrowerId } from '../../../domain/values/ids'
import { arbitraryHistory, type History } from '../../arbitrary/history/arbitrary-history'
import { canaryText } from '../../arbitrary/history/history-state'
import { plantCanaries } from '../../arbitrary/history/plant-canaries'
import { newestDefinitions } from './events-to-try'
import { libraryAfter } from './export-of-borrower'
import { fieldsOfEvent, nameOfField } from './fields-of-event'
import { valueOfField } from './plant-in-event'
import { isNotGiven } from './try-event'

/** Records that are forgotten at once when they end: the history does not say which of them have. */
const endAtOnce: ReadonlySet<string> = new Set(['reservation', 'setAside', 'hold'])

/** A text of an event, the field in which it stands, and whose it is. */
interface TextOfHistory {
  readonly name: string
  readonly text: string
  readonly borrower: string | undefined
}

/** The scopes whose erasure the log declares. */
const erasedIn = ({ circulation, persons }: History): ReadonlySet<string> =>
  new Set(
    [...circulation, ...persons].flatMap((event) =>
      event.type === 'ErasureDue' ? event.open.scopes.map(({ scope }) => scope) : [],
    ),
  )

const textsOf =
  ({ scopes }: History, erased: ReadonlySet<string>) =>
  (event: DomainEvent): ReadonlyArray<TextOfHistory> => {
    const open: Readonly<Record<string, unknown>> = event.open
    const definition = newestDefinitions.find(({ type }) => type === event.type)!
    return fieldsOfEvent(definition)(event).flatMap((field) => {
      const [name, text] = [nameOfField(event, field), valueOfField(event, field)]
      if (typeof text !== 'string' || !text.includes(canaryText) || endAtOnce.has(field.part)) return []
      const scope = scopes.find((one) => one.scope === open[field.part])
      if (erased.has(scope?.scope ?? '')) return []
      return [{ name, text, borrower: scope?.class === 'borrower' ? scope.scope : scope?.borrower }]
    })
  }

describe('the export of a borrower at the end of a history', () => {
  it('has what was replaced, lifted, settled or undone as well, until it is forgotten; and nothing on anyone else', async () => {
    let given = 0
    for (const drawn of fc.sample(arbitraryHistory(200), { seed: 5, numRuns: 25 })) {
      const { history } = plantCanaries(drawn)
      const texts = [...history.circulation, ...history.persons].flatMap(textsOf(history, erasedIn(history)))
      const library = libraryAfter(history)
      for (const borrower of new Set(history.scopes.flatMap(({ borrower: of }) => of ?? []))) {
        const own = (await library.exportOf(borrower as BorrowerId)) ?? ''
        const ofBorrower = texts.filter((one) => one.borrower === borrower && !isNotGiven(one.name))
        expect(ofBorrower.filter(({ text }) => !own.includes(text)).map(({ name }) => name)).toEqual([])
        expect(texts.filter((one) => one.borrower !== borrower && own.includes(JSON.stringify(one.text)))).toEqual([])
        given += ofBorrower.length
      }
      library.close()
    }
    expect(given).toBeGreaterThan(1000)
  })
})
