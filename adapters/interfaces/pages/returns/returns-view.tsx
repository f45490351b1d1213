import type { JSX } from 'preact'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import type { ScannedCopy } from '../staff/scan/scanned-copy'
import { returnsTexts as texts } from './returns-texts'
import { ScannedCopyOutcome } from './scanned-copy-outcome'

export interface ReturnsProps {
  /** The copy that was scanned last; undefined before the first. */
  readonly scanned: ScannedCopy | undefined
}

/** Where copies are returned, one scan after another. */
export const ReturnsView = ({ scanned }: ReturnsProps): JSX.Element => (
  <>
    <ScanForm name="return" label={texts.field} isSentInBackground />
    <ScanResults latest={scanned === undefined ? null : <ScannedCopyOutcome {...scanned} />} />
  </>
)
