import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { borrowerDataTexts as texts, rightsTexts } from './borrower-data-texts'
import type { GroupOfKinds } from './groups-of-kinds'

const Entry = ({ id, name }: { readonly id: string; readonly name: TextInBothLanguages }): JSX.Element => (
  <li>
    <a href={`#${id}`}>{useText()(name)}</a>
  </li>
)

const fixedEntries = [
  { id: 'accesses', name: texts.accesses },
  { id: 'disclosed', name: texts.disclosures },
  { id: 'withheld', name: texts.withheld },
  { id: 'nothing', name: texts.nothingHeld },
  { id: 'rights', name: rightsTexts.rights },
]

/** The table of contents: what is held first, each kind by its name. */
export const DataContents = ({ groups }: { readonly groups: ReadonlyArray<GroupOfKinds> }): JSX.Element => (
  <nav class="data-contents" aria-labelledby="contents">
    <h2 id="contents">{useText()(texts.contents)}</h2>
    <ul class="nobullet-list">
      <Entry id="next" name={texts.next} />
      {groups.map(({ id, heading, rows }) => (
        <li>
          <a href={`#${id}`}>{useText()(heading)}</a>
          <ul class="nobullet-list">
            {rows.map(({ kind, promise }) => (
              <Entry id={kind} name={promise.name} />
            ))}
          </ul>
        </li>
      ))}
      {fixedEntries.map((entry) => (
        <Entry {...entry} />
      ))}
    </ul>
  </nav>
)
