import type { JSX } from 'preact'
import { MenuOfLinks } from '../layout/menu-of-links'
import { handedOutNoticeTexts } from '../privacy/handed-out-notice-texts'
import { useWorkplaceHref } from '../staff/workplace'
import { BorrowerHead, type BorrowerInHead } from './borrower-head'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** Whose page it is, and the pages of that borrower. */
export const RecordTabs = (head: BorrowerInHead): JSX.Element => {
  const { borrower } = head
  const record = `/skranke/laaner/${borrower}`
  const entries = [
    { path: record, text: texts.record },
    { path: `${record}/mellemvaerende`, text: texts.fees },
    { path: `${record}/ret`, text: texts.correct },
    { path: `${record}/vaerge`, text: texts.guardian },
    { path: `${record}/beskeder`, text: texts.messages },
    { path: `${record}/privatliv`, text: handedOutNoticeTexts.tab },
    { path: `/skranke/laan?borrower=${borrower}`, text: texts.lend },
  ]
  return (
    <>
      <BorrowerHead {...head} />
      <MenuOfLinks label={texts.tabs} entries={entries} href={useWorkplaceHref()} />
    </>
  )
}
