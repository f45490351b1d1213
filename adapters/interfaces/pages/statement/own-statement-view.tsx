import type { JSX } from 'preact'
import type { OutstandingMatters } from '../../../../projections/borrower-overview/outstanding-matters'
import { balanceTexts } from '../balance/balance-texts'
import { useFrame, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { StatementContent } from './statement-page'

/** The statement of outstanding matters as a page of the site, to print. */
export const OwnStatementView = ({ matters }: { readonly matters: OutstandingMatters }): JSX.Element => {
  const { language } = useFrame()
  const text = useText()
  return (
    <>
      <div class="table-scroll" role="region" aria-label={text(balanceTexts.statement)} tabIndex={0}>
        <StatementContent matters={matters} language={language} />
      </div>
      <PrintButton />
    </>
  )
}
