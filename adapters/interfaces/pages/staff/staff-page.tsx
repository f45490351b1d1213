import type { ComponentChildren, JSX } from 'preact'
import { useFrame, useHref, useText } from '../layout/page-frame'
import { WorkplaceProvider, useWorkplaceHref, type Workplace } from './workplace'
import { staffAssets } from './staff-assets'
import { staffMenu } from './staff-menu'
import { staffTexts as texts } from './staff-texts'

const pathOf = (address: string): string => address.split('?')[0] ?? address

const StaffMenu = (): JSX.Element => {
  const { address } = useFrame()
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <nav class="site-menu staff-menu" aria-label={text(texts.staffMenu)}>
      <ul class="nobullet-list">
        {staffMenu.map(({ path, text: name }) => (
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
