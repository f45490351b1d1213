import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { ChildSection } from './child-section'
import type { ChildrenOfGuardian } from './children'
import { childrenTexts as texts } from './children-texts'

/** The children of a guardian. */
export const ChildrenView = ({ all }: ChildrenOfGuardian): JSX.Element => (
  <>
    {all.length === 0 ? (
      <p>
        <Text of={texts.none} />
      </p>
    ) : null}
    {all.map((child) => (
      <ChildSection {...child} />
    ))}
    {all.length === 0 ? null : (
      <p class="forgotten-on">
        <Text of={texts.guardianshipEnds} />
      </p>
    )}
  </>
)
