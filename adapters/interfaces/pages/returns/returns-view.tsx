import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import type { ScannedCopy } from '../staff/scan/scanned-copy'
import { useWorkplaceHref } from '../staff/workplace'
import { returnsTexts as texts } from './returns-texts'
import { ScannedCopyOutcome } from './scanned-copy-outcome'
import { UndoneReturnOutcome, UndoReturnForm, type LatestScan } from './undone-return'

export interface ReturnsProps {
  readonly latest: LatestScan
}

/** Whether the copy was on loan, or counted so: one that was found was. Of a case for staff the library does not know it. */
const wasOnLoan = ({ loan, found, becomes }: ScannedCopy): boolean =>
  loan !== null || found !== null || becomes === 'caseForStaff'

const Latest = ({ latest }: { readonly latest: NonNullable<LatestScan> }): JSX.Element =>
  'undone' in latest ? (
    <UndoneReturnOutcome {...latest.undone} />
  ) : (
    <ScannedCopyOutcome
      {...latest.scanned}
      {...(wasOnLoan(latest.scanned) ? {} : { note: texts.wasNotOnLoan })}
      action={<UndoReturnForm {...latest.scanned} />}
    />
  )

/** Where copies are returned, one scan after another. */
export const ReturnsView = ({ latest }: ReturnsProps): JSX.Element => {
  const workplaceHref = useWorkplaceHref()
  return (
    <>
      <ScanForm name="return" label={texts.field} sent="in-background" />
      <ScanResults latest={latest === undefined ? null : <Latest latest={latest} />} />
      <p class="staff-links">
        <a href={workplaceHref('/skranke/aflever/fortryd')}>
          <Text of={texts.undoTitle} />
        </a>
      </p>
    </>
  )
}
