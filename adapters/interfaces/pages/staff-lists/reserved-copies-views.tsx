import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import { returnsTexts } from '../returns/returns-texts'
import { ScannedCopyOutcome } from '../returns/scanned-copy-outcome'
import { UndoneReturnOutcome, UndoReturnForm, type LatestScan } from '../returns/undone-return'
import { DataSection } from '../staff/data-section'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import type { DataTableProps, TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { staffListsTexts as texts } from './staff-lists-texts'

/** A copy that is reserved for somebody, whom the list does not name. */
export interface ReservedCopy {
  readonly copy: string
  readonly name: string
  readonly shelfMark: string | null
  readonly onPickUpShelf: boolean
  readonly pickUpBranch: TextInBothLanguages
  readonly pickUpBranchCode: string
  readonly pickUpNumber: string | null
  readonly pickUpBy: Day | null
}

export interface ReservedCopiesProps {
  readonly copies: ReadonlyArray<ReservedCopy>
  readonly next: string | null
  readonly latest: LatestScan
}

const nameColumn: TableColumn<ReservedCopy> = { heading: texts.name, cell: ({ name, copy }) => `${name} (${copy})` }
const branchColumn: TableColumn<ReservedCopy> = {
  heading: texts.pickUpBranch,
  cell: ({ pickUpBranch }) => <Text of={pickUpBranch} />,
}

const pullListColumns: ReadonlyArray<TableColumn<ReservedCopy>> = [
  { heading: texts.shelfMark, cell: ({ shelfMark }) => shelfMark ?? '–' },
  nameColumn,
  branchColumn,
  {
    heading: texts.action,
    cell: ({ copy, name, onPickUpShelf }) => (
      <>
        {onPickUpShelf ? <Text of={texts.onPickUpShelf} /> : null}
        <PageForm name="notFound" of={copy} isInline>
          <SubmitButton text={texts.notFound} kind="secondary" about={name} />
        </PageForm>
      </>
    ),
  },
]

interface ScannedListProps
  extends ReservedCopiesProps, Pick<DataTableProps<ReservedCopy>, 'caption' | 'columns' | 'empty'> {
  /** The name of the form of the scans, and its label. */
  readonly form: string
  readonly label: TextInBothLanguages
}

/** What became of the latest scan. A loan that it has ended is told, and can be undone: nobody returned the copy here. */
const Latest = ({ latest }: { readonly latest: NonNullable<LatestScan> }): JSX.Element => {
  if ('undone' in latest) return <UndoneReturnOutcome {...latest.undone} />
  const { scanned } = latest
  return scanned.loan === null ? (
    <ScannedCopyOutcome {...scanned} />
  ) : (
    <ScannedCopyOutcome {...scanned} note={returnsTexts.endedLoan} action={<UndoReturnForm {...scanned} />} />
  )
}

/** A list whose copies are scanned one after another. */
const ScannedList = ({ form, label, copies, latest, ...table }: ScannedListProps): JSX.Element => (
  <>
    <ScanForm name={form} label={label} sent="in-background" />
    <ScanResults latest={latest === undefined ? null : <Latest latest={latest} />}>
      <div id="list" data-scan-region="">
        <DataSection kind="reservations" heading={table.caption}>
          <PagedTable {...table} rows={copies} />
        </DataSection>
      </div>
    </ScanResults>
  </>
)

/** The copies to fetch from the shelves of the branch. Each that is found is scanned. */
export const PullListView = (list: ReservedCopiesProps): JSX.Element => (
  <ScannedList
    {...{ ...list, form: 'found', label: texts.scanFound }}
    {...{ caption: texts.pullListTitle, columns: pullListColumns, empty: texts.pullListEmpty }}
  />
)

const pickUpColumns: ReadonlyArray<TableColumn<ReservedCopy>> = [
  { heading: texts.pickUpNumber, cell: ({ pickUpNumber }) => pickUpNumber ?? '–' },
  nameColumn,
  { heading: texts.pickUpBy, cell: ({ pickUpBy }) => (pickUpBy === null ? null : <DayText day={pickUpBy} />) },
]

/** What stands on the pick-up shelf of the branch, by number. */
export const PickUpShelfView = ({ copies, next }: ReservedCopiesProps): JSX.Element => (
  <DataSection kind="reservations" heading={texts.shelfTitle}>
    <PagedTable
      {...{ caption: texts.shelfTitle, columns: pickUpColumns, rows: copies, next }}
      empty={texts.shelfEmpty}
    />
  </DataSection>
)

const setAsideColumns: ReadonlyArray<TableColumn<ReservedCopy>> = [
  nameColumn,
  branchColumn,
  {
    heading: texts.action,
    cell: ({ copy, name, pickUpBranchCode }) => (
      <PageForm name="send" of={copy} isInline>
        <input type="hidden" name="to" value={pickUpBranchCode} />
        <SubmitButton text={texts.send} kind="secondary" about={name} />
      </PageForm>
    ),
  },
]

/** Copies that arrive at the branch are scanned; those that wait to be sent are listed. */
export const TransitView = (list: ReservedCopiesProps): JSX.Element => (
  <ScannedList
    {...{ ...list, form: 'arrived', label: texts.scanArrived }}
    {...{ caption: texts.setAside, columns: setAsideColumns, empty: texts.setAsideEmpty }}
  />
)
