import type { JSX } from 'preact'
import { guardianDataTexts } from '../guardian-data/guardian-data-texts'
import { LinkTo } from '../layout/link-to'
import { Text } from '../layout/page-frame'
import { ChildSection } from './child-section'
import type { ChildrenOfGuardian } from './children'
import { childrenTexts as texts } from './children-texts'
import { MoreChildren } from './more-children'

/** The children of a guardian. */
export const ChildrenView = ({ all, hasMore }: ChildrenOfGuardian): JSX.Element => (
  <>
    {all.length === 0 ? (
      <p>
        <Text of={texts.none} />
      </p>
    ) : null}
    <MoreChildren hasMore={hasMore} />
    {all.map((child) => (
      <ChildSection {...child} />
    ))}
    <ul class="nobullet-list">
      <li>
        <LinkTo path="/mit/boern/data" text={guardianDataTexts.title} />
      </li>
      <li>
        <LinkTo path="/privatliv" text={texts.privacy} />
      </li>
    </ul>
    {all.length === 0 ? null : (
      <p class="forgotten-on">
        <Text of={texts.guardianshipEnds} />
      </p>
    )}
  </>
)
