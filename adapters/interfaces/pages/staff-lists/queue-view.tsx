import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { DayText } from '../formatting/day-text'
import { ConfirmedForm } from '../forms/confirmed-form'
import { Text, useText } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataSection } from '../staff/data-section'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import { DataTable, type TableColumn } from '../tables/data-table'
import { RecordLink } from './record-link'
import { staffListsTexts as texts } from './staff-lists-texts'

/** A place in a queue. Whose it is stands in the record alone. */
export interface QueuePlace {
  readonly place: number
  readonly reservation: string
  readonly borrower: string
  readonly pickUpBranch: TextInBothLanguages
  readonly interestUntil: Day
  readonly state: string
  readonly pickUpNumber: string | null
}

export interface TitleQueue {
  readonly title: string
  readonly name: string
  readonly author: string | null
  readonly copies: ReadonlyArray<{ readonly status: string; readonly count: number }>
  readonly places: ReadonlyArray<QueuePlace>
}

export interface QueueProps {
  /** Undefined until a title was asked for. */
  readonly queue: TitleQueue | undefined
}

const StateOfPlace = ({ state, pickUpNumber }: QueuePlace): JSX.Element => {
  const valueText = useValueText()
  return (
    <>
      {valueText('reservation', 'state', state)} {pickUpNumber}
    </>
  )
}

const columns: ReadonlyArray<TableColumn<QueuePlace>> = [
  { heading: texts.place, cell: ({ place }) => place },
  { heading: texts.state, cell: StateOfPlace },
  { heading: texts.pickUpBranch, cell: ({ pickUpBranch }) => <Text of={pickUpBranch} /> },
  { heading: texts.interestUntil, cell: ({ interestUntil }) => <DayText day={interestUntil} /> },
  { heading: texts.borrower, cell: ({ borrower, place }) => <RecordLink borrower={borrower} about={String(place)} /> },
  {
    heading: texts.action,
    cell: ({ reservation, place }) => (
      <ConfirmedForm
        {...{ name: 'cancel', of: reservation, text: texts.cancel, confirm: texts.confirmCancel, about: String(place) }}
      />
    ),
  },
]

const Queue = ({ title, name, author, copies, places }: TitleQueue): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="reservations">
      <h3>
        {name}
        {author === null ? null : `, ${author}`} ({title})
      </h3>
      <p>
        {text(texts.copies)}{' '}
        {copies
          .map(({ status, count }) => {
            const word = copyStatusTexts[status]
            return `${String(count)} ${word === undefined ? status : text(word)}`
          })
          .join(', ')}
      </p>
      <DataTable caption={texts.queueTitle} columns={columns} rows={places} empty={texts.queueEmpty} />
    </DataSection>
  )
}

const copyStatusTexts: Readonly<Record<string, TextInBothLanguages | undefined>> = {
  onShelf: { da: 'på hylden', en: 'on the shelf' },
  onLoan: { da: 'udlånt', en: 'on loan' },
  onPullList: { da: 'på pluklisten', en: 'on the pull list' },
  setAside: { da: 'lagt til side', en: 'set aside' },
  inTransit: { da: 'på vej', en: 'in transit' },
  ready: { da: 'klar til afhentning', en: 'ready for pick-up' },
  missing: { da: 'savnet', en: 'missing' },
  lost: { da: 'bortkommet', en: 'lost' },
  withdrawn: { da: 'kasseret', en: 'withdrawn' },
}

/** The queue of a title: places, and no names. */
export const QueueView = ({ queue }: QueueProps): JSX.Element => (
  <>
    <ScanForm name="show" label={texts.scanTitle} />
    <ScanResults latest={null}>{queue === undefined ? null : <Queue {...queue} />}</ScanResults>
  </>
)
