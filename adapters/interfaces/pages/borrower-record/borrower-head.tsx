import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text } from '../layout/page-frame'
import { ForgottenByPromise } from '../staff/data-section'

/** Whose page it is. */
export interface BorrowerInHead {
  readonly borrower: string
  readonly number: string
  /** Null while it is withheld, because name and address are protected. */
  readonly name: string | null
}

/** How a borrower is named in a line: by name and number, or by the number alone while the name is withheld. */
export const nameOfBorrower = ({ name, number }: Omit<BorrowerInHead, 'borrower'>): TextInBothLanguages =>
  name === null
    ? { da: `Lånernummer ${number}`, en: `Borrower number ${number}` }
    : { da: `${name}, lånernummer ${number}`, en: `${name}, borrower number ${number}` }

/** Whose page it is, at the head of every page of one borrower. */
export const BorrowerHead = (borrower: BorrowerInHead): JSX.Element => (
  <div class="borrower-head">
    <p>
      <strong>
        <Text of={nameOfBorrower(borrower)} />
      </strong>
    </p>
    <ForgottenByPromise kind="name" />
  </div>
)
