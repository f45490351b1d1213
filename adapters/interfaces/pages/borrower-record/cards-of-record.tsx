import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { DataSection } from '../staff/data-section'
import type { BorrowerRecordProps } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** The numbers of the cards of a borrower. */
export const CardsOfRecord = ({ cards }: Pick<BorrowerRecordProps, 'cards'>): JSX.Element => (
  <DataSection kind="cards">
    {cards.length === 0 ? (
      <p>
        <Text of={texts.noCards} />
      </p>
    ) : (
      <ul>
        {cards.map(({ number }) => (
          <li>{number}</li>
        ))}
      </ul>
    )}
  </DataSection>
)
