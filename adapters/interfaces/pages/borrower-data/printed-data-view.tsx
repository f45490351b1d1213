import type { JSX } from 'preact'
import { useFrame, useHref, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { KindSection } from '../personal-data/kind-section'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import type { BorrowerDataContent } from './borrower-data-content'
import { borrowerDataStylesheetPath } from './borrower-data-stylesheet'
import { borrowerDataTexts as texts } from './borrower-data-texts'
import { DayText } from '../formatting/day-text'

/** The same data without anything that is folded or beside something else: to print, or to be read aloud from end to end. */
export const PrintedDataView = ({ rows, number, madeOn, context }: BorrowerDataContent): JSX.Element => {
  const text = useText()
  const { language } = useFrame()
  return (
    <>
      <link rel="stylesheet" href={borrowerDataStylesheetPath} />
      <p>
        {text(texts.number)} {number}. {text(texts.madeOn)} <DayText day={madeOn} />.
      </p>
      <p class="data-actions">
        <PrintButton text={texts.printNow} />
        <a href={useHref()('/mit/data')}>{text(texts.back)}</a>
      </p>
      <div class="data-print">
        {rows.map((row) => (
          <KindSection row={row} context={context} text={personalDataTextsIn(language, 'borrower')} level={2} />
        ))}
      </div>
    </>
  )
}
