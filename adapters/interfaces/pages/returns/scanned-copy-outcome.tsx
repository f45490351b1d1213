import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { Text, useText } from '../layout/page-frame'
import { ScanOutcome } from '../staff/scan/scan-outcome'
import type { ScannedCopy } from '../staff/scan/scanned-copy'
import { useWorkplaceHref } from '../staff/workplace'
import { returnsTexts as texts, placeTexts } from './returns-texts'

/** What to do with the copy, in large words. */
const useWords = ({ becomes, sendTo, pickUpNumber }: ScannedCopy): string => {
  const text = useText()
  if (becomes === 'inTransit' && sendTo !== null) return `${text(texts.sendTo)} ${text(sendTo)}`
  return becomes === 'ready' && pickUpNumber !== null
    ? `${text(texts.pickUpNumber)} ${pickUpNumber}`
    : text(placeTexts[becomes])
}

const Fee = ({ fee }: Pick<ScannedCopy, 'fee'>): JSX.Element | null =>
  fee === null ? null : (
    <p>
      <strong>
        <Text of={texts.fee} /> <AmountText amount={fee.amount} />
      </strong>{' '}
      {fee.joins ? <Text of={texts.feeJoins} /> : null}{' '}
      <span class="forgotten-on">
        <Text of={texts.feeForgotten} />
      </span>
    </p>
  )

/** What is to be paid back for a found copy, and where that is done. The page does not tell whose it is. */
const ToReimburse = ({ toReimburse }: Pick<ScannedCopy, 'toReimburse'>): JSX.Element | null => {
  const workplaceHref = useWorkplaceHref()
  return toReimburse === null ? null : (
    <p>
      <strong>
        <Text of={texts.toReimburse} /> <AmountText amount={toReimburse} />
      </strong>{' '}
      <Text of={texts.whereToReimburse} />{' '}
      <a href={workplaceHref('/skranke/laaner')}>
        <Text of={texts.findBorrower} />
      </a>{' '}
      <span class="forgotten-on">
        <Text of={texts.reimbursementForgotten} />
      </span>
    </p>
  )
}

/** Where the copy stands when it goes on the shelf. */
const Place = ({ becomes, shelfMark, homeBranch }: ScannedCopy): JSX.Element | null =>
  becomes !== 'onShelf' || (shelfMark === null && homeBranch === null) ? null : (
    <p>
      {shelfMark === null ? null : (
        <>
          <Text of={texts.shelfMark} /> {shelfMark}{' '}
        </>
      )}
      {homeBranch === null ? null : (
        <>
          <Text of={texts.homeBranch} /> <Text of={homeBranch} />. <Text of={texts.staysHere} />
        </>
      )}
    </p>
  )

interface ScannedCopyOutcomeProps extends ScannedCopy {
  /** What else the scan did, that staff must notice. */
  readonly note?: TextInBothLanguages
  /** What can be done with it here. */
  readonly action?: ComponentChildren
}

/** What became of a copy that was scanned: what to do with it in large words, and what else it says. */
export const ScannedCopyOutcome = ({ note, action, ...scanned }: ScannedCopyOutcomeProps): JSX.Element => {
  const { copy, name, becomes, pickUpBy, found, fee, hasCase } = scanned
  const isPlain = becomes === 'onShelf' && found === null && fee === null && !hasCase && note === undefined
  return (
    <ScanOutcome kind={isPlain ? 'accept' : 'attention'} words={useWords(scanned)}>
      <p>
        {name} <span class="outcome-code">{copy}</span>
      </p>
      {note === undefined ? null : (
        <p>
          <Text of={note} />
        </p>
      )}
      {pickUpBy === null ? null : (
        <p>
          <Text of={texts.pickUpBy} /> <DayText day={pickUpBy} />
        </p>
      )}
      <Place {...scanned} />
      <Fee fee={fee} />
      {found === null ? null : (
        <p>
          <Text of={texts[found]} />
        </p>
      )}
      <ToReimburse toReimburse={scanned.toReimburse} />
      {hasCase ? (
        <p>
          <Text of={texts.hasCase} />
        </p>
      ) : null}
      {action}
    </ScanOutcome>
  )
}
