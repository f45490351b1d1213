import type { ComponentChildren, JSX } from 'preact'
import { MenuOfLinks } from '../layout/menu-of-links'
import { useHref, useText } from '../layout/page-frame'
import { WorkplaceProvider, useWorkplaceHref, type Workplace } from './workplace'
import { staffAssets } from './staff-assets'
import { staffMenu } from './staff-menu'
import { staffTexts as texts } from './staff-texts'

const StaffMenu = (): JSX.Element => (
  <MenuOfLinks
    {...{ label: texts.staffMenu, entries: staffMenu, href: useWorkplaceHref(), className: 'site-menu staff-menu' }}
  />
)

/** What every page of the desk has above its content: the branch, and what else the desk does. */
export const StaffPage = ({
  workplace,
  children,
}: {
  readonly workplace: Workplace
  readonly children: ComponentChildren
}): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <WorkplaceProvider value={workplace}>
      <link rel="stylesheet" href={staffAssets.stylesheet} />
      <div class="staff-head">
        <p>
          {text(texts.branch)} <strong>{text(workplace.name)}</strong> ({workplace.branch}){' '}
          <a href={href('/skranke')}>{text(texts.otherBranch)}</a>
        </p>
        <StaffMenu />
      </div>
      {children}
    </WorkplaceProvider>
  )
}
