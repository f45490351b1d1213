import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { scanField } from '../staff/scan/scan-form'
import { ScanOutcome } from '../staff/scan/scan-outcome'
import type { ScannedCopy } from '../staff/scan/scanned-copy'
import { returnsTexts as texts } from './returns-texts'

/** What was scanned last on a page, or the return that was undone last; undefined before the first scan. */
export type LatestScan = { readonly scanned: ScannedCopy } | { readonly undone: UndoneReturn } | undefined

/** A copy whose return was undone, and the day on which it is due as before. */
export interface UndoneReturn {
  readonly copy: string
  readonly name: string
  readonly dueOn: Day
}

/** Undoes the return that a scan has made. */
export const UndoReturnForm = ({ copy, name, loan }: ScannedCopy): JSX.Element | null =>
  loan === null ? null : (
    <PageForm name="undo" of={loan} isInline isSentWithScans>
      <input type="hidden" name={scanField} value={copy} />
      <SubmitButton text={texts.undo} kind="secondary" about={name} />
    </PageForm>
  )

/** What became of a copy whose return was undone. It names nobody. */
export const UndoneReturnOutcome = ({ copy, name, dueOn }: UndoneReturn): JSX.Element => {
  const text = useText()
  return (
    <ScanOutcome kind="attention" words={text(texts.undone)}>
      <p>
        {name} <span class="outcome-code">{copy}</span>
      </p>
      <p>
        <Text of={texts.stillDue} /> <DayText day={dueOn} />.{' '}
        <span class="forgotten-on">
          <Text of={texts.loanForgotten} />
        </span>
      </p>
    </ScanOutcome>
  )
}
