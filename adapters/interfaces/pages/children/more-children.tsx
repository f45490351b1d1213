import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import type { ChildrenOfGuardian } from './children'
import { childrenTexts } from './children-texts'

/** Says that there are children whom the pages of a guardian do not show, and who tells of them. */
export const MoreChildren = ({ hasMore }: Pick<ChildrenOfGuardian, 'hasMore'>): JSX.Element | null =>
  hasMore ? (
    <p>
      <strong>
        <Text of={childrenTexts.more} />
      </strong>
    </p>
  ) : null
