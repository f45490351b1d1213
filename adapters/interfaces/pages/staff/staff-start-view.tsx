import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { useWorkplaceHref } from './workplace'
import { staffMenu } from './staff-menu'

/** What a desk does, as a list of links. */
export const StaffStartView = (): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <ul class="nobullet-list staff-choice">
      {staffMenu.map(({ path, text: name }, n) => (
        <li>
          <a class="button button-secondary" href={workplaceHref(path)} data-focus={n === 0 ? '' : undefined}>
            {text(name)}
          </a>
        </li>
      ))}
    </ul>
  )
}
