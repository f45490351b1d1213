import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { AmountText } from '../formatting/amount-text'
import { nameOfBranch } from '../branches/branch-names'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useHref, useText } from '../layout/page-frame'
import { DataTable } from '../tables/data-table'
import { EndedLoans, RunningLoans } from './loan-tables'
import type { MyLibrary } from './my-library'
import { myLibraryTexts as texts } from './my-library-texts'

interface WarningProps {
  readonly heading: TextInBothLanguages
  readonly children: ComponentChildren
}

const Warning = ({ heading, children }: WarningProps): JSX.Element => (
  <div class="alert alert-warning">
    <p class="alert-heading">
      <Text of={heading} />
    </p>
    <p class="alert-text">{children}</p>
  </div>
)

/** What the borrower should know before anything else. */
const Warnings = ({ isBlocked, isUnconfirmed, blockedForDebtSince, running, today }: MyLibrary): JSX.Element => {
  const overdue = running.filter(({ dueOn, claimedOn }) => dueOn < today && claimedOn === null)
  return (
    <>
      {isBlocked ? (
        <Warning heading={texts.blocked}>
          <Text of={texts.blockedText} />
        </Warning>
      ) : null}
      {isUnconfirmed ? (
        <Warning heading={texts.unconfirmed}>
          <Text of={texts.unconfirmedText} />
        </Warning>
      ) : null}
      {blockedForDebtSince === undefined ? null : (
        <Warning heading={texts.blocked}>
          <Text of={texts.blockedForDebt} /> <DayText day={blockedForDebtSince} />.
        </Warning>
      )}
      {overdue.length === 0 ? null : (
        <Warning heading={texts.overdue}>
          {overdue.map(({ name }) => name).join(', ')}. <Text of={texts.overdueText} />
        </Warning>
      )}
    </>
  )
}

const ReadyReservations = ({ ready, branches }: MyLibrary): JSX.Element => {
  const href = useHref()
  return (
    <section>
      <h2 id="ready">
        <Text of={texts.ready} />
      </h2>
      <DataTable
        caption={texts.ready}
        columns={[
          { heading: texts.name, cell: ({ name, title }) => name ?? title },
          { heading: texts.pickUpNumber, cell: ({ pickUpNumber }) => <strong>{pickUpNumber}</strong> },
          {
            heading: texts.pickUpAt,
            cell: ({ pickUpBranch }) => <Text of={nameOfBranch(branches)(pickUpBranch)} />,
          },
          { heading: texts.pickUpBy, cell: ({ pickUpBy }) => (pickUpBy === null ? null : <DayText day={pickUpBy} />) },
          { heading: texts.forgottenOn, cell: () => <Text of={texts.forgottenWhenLent} /> },
        ]}
        rows={ready}
        empty={texts.noneReady}
      />
      <p>
        <a href={href('/mit/reserveringer')}>
          <Text of={texts.allReservations} />
        </a>
      </p>
    </section>
  )
}

const Balance = ({ owed }: MyLibrary): JSX.Element => {
  const href = useHref()
  return (
    <section>
      <h2 id="balance">
        <Text of={texts.balance} />
      </h2>
      {owed === 0 ? (
        <p>
          <Text of={texts.nothingOwed} />
        </p>
      ) : (
        <p>
          <Text of={texts.owed} />{' '}
          <strong>
            <AmountText amount={owed} />
          </strong>{' '}
          <a href={href('/mit/mellemvaerende')}>
            <Text of={texts.seeBalance} />
          </a>
        </p>
      )}
    </section>
  )
}

/** The start page of a borrower: loans, what is overdue, what is ready, and what is owed. */
export const MyLibraryView = (mine: MyLibrary): JSX.Element => {
  const text = useText()
  const { running, ended, today } = mine
  return (
    <>
      <Warnings {...mine} />
      <h2>{text(texts.loans)}</h2>
      {running.some(({ renewal }) => renewal?.because === null) ? (
        <PageForm name="renewAll">
          <SubmitButton text={texts.renewAll} />
        </PageForm>
      ) : null}
      <RunningLoans today={today} loans={running} />
      <ReadyReservations {...mine} />
      <Balance {...mine} />
      <h2>{text(texts.ended)}</h2>
      <EndedLoans loans={ended} />
    </>
  )
}
