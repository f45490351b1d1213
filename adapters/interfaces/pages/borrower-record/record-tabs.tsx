import type { JSX } from 'preact'
import { useFrame, useText } from '../layout/page-frame'
import { useWorkplaceHref } from '../staff/workplace'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

const pathOf = (address: string): string => address.split('?')[0] ?? address

/** The pages of one borrower. */
export const RecordTabs = ({ borrower }: { readonly borrower: string }): JSX.Element => {
  const { address } = useFrame()
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  const record = `/skranke/laaner/${borrower}`
  const entries = [
    { path: record, name: texts.record },
    { path: `${record}/mellemvaerende`, name: texts.fees },
    { path: `${record}/ret`, name: texts.correct },
    { path: `${record}/vaerge`, name: texts.guardian },
    { path: `${record}/beskeder`, name: texts.messages },
    { path: `/skranke/laan?borrower=${borrower}`, name: texts.lend },
  ]
  return (
    <nav class="site-menu" aria-label={text(texts.tabs)}>
      <ul class="nobullet-list">
        {entries.map(({ path, name }) => (
          <li>
            <a href={workplaceHref(path)} aria-current={path === pathOf(address) ? 'page' : undefined}>
              {text(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
