import type { JSX } from 'preact'
import { MenuOfLinks } from '../layout/menu-of-links'
import { handedOutNoticeTexts } from '../privacy/handed-out-notice-texts'
import { useWorkplaceHref } from '../staff/workplace'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** The pages of one borrower. */
export const RecordTabs = ({ borrower }: { readonly borrower: string }): JSX.Element => {
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
  return <MenuOfLinks label={texts.tabs} entries={entries} href={useWorkplaceHref()} />
}
