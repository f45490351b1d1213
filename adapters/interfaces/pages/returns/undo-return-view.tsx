import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import { useWorkplaceHref } from '../staff/workplace'
import { returnsTexts as texts } from './returns-texts'
import { UndoneReturnOutcome, type UndoneReturn } from './undone-return'

export interface UndoReturnProps {
  /** The return that was undone last; undefined before the first scan. */
  readonly undone: UndoneReturn | undefined
}

/** Where the returns of the day are undone, by a scan each. */
export const UndoReturnView = ({ undone }: UndoReturnProps): JSX.Element => {
  const workplaceHref = useWorkplaceHref()
  return (
    <>
      <p>
        <Text of={texts.undoText} />
      </p>
      <ScanForm name="undo" label={texts.undoField} sent="in-background" />
      <ScanResults latest={undone === undefined ? null : <UndoneReturnOutcome {...undone} />} />
      <p class="staff-links">
        <a href={workplaceHref('/skranke/aflever')}>
          <Text of={texts.title} />
        </a>
      </p>
    </>
  )
}
