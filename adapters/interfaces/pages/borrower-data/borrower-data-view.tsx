import type { JSX } from 'preact'
import { useFrame, useText } from '../layout/page-frame'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import type { BorrowerDataContent } from './borrower-data-content'
import { borrowerDataStylesheetPath } from './borrower-data-stylesheet'
import { borrowerDataTexts as texts } from './borrower-data-texts'
import { DataAccesses } from './data-accesses'
import { DataContents } from './data-contents'
import { DataDisclosures } from './data-disclosures'
import { DataOfKindView } from './data-of-kind-view'
import { DataOverview } from './data-overview'
import { DataRights } from './data-rights'
import { erasureTexts } from './erasure-texts'
import { ForgottenNext } from './forgotten-next'
import { areNotesRequested } from './are-notes-requested'
import { groupsOfHeldKinds, type GroupOfKinds } from './groups-of-kinds'
import { KindsWithheld, KindsWithNothing } from './kinds-without-values'

interface ContentProps {
  readonly content: BorrowerDataContent
}

/** What is true of the whole page: that the borrower is being forgotten, or that something cannot be read. */
const Notices = ({ content: { ending, isDamaged } }: ContentProps): JSX.Element => {
  const text = useText()
  const { language } = useFrame()
  return (
    <>
      {ending === null ? null : (
        <div class="alert alert-info">
          <p class="alert-heading">{text(erasureTexts.underWay)}</p>
          <p class="alert-text">{text(erasureTexts[ending])}</p>
        </div>
      )}
      {isDamaged ? <p>{personalDataTextsIn(language, 'borrower')('damaged')}</p> : null}
    </>
  )
}

const Group = ({ group, content }: ContentProps & { readonly group: GroupOfKinds }): JSX.Element => (
  <section aria-labelledby={group.id}>
    <h2 id={group.id}>{useText()(group.heading)}</h2>
    {group.rows.map((row) => (
      <DataOfKindView row={row} context={content.context} />
    ))}
  </section>
)

const AllData = ({ content, groups }: ContentProps & { readonly groups: ReadonlyArray<GroupOfKinds> }): JSX.Element => {
  const { rows } = content
  const notHeld = rows.filter(({ status, kind }) => status === 'nothing' && kind !== 'accesses')
  return (
    <div class="data-body">
      <ForgottenNext content={content} />
      {groups.map((group) => (
        <Group group={group} content={content} />
      ))}
      <section aria-labelledby="accesses">
        <h2 id="accesses">{useText()(texts.accesses)}</h2>
        <DataAccesses rows={rows} />
      </section>
      <section aria-labelledby="disclosed">
        <h2 id="disclosed">{useText()(texts.disclosures)}</h2>
        <DataDisclosures rows={rows} />
      </section>
      <KindsWithheld
        rows={rows.filter(({ status }) => status === 'withheld')}
        areNotesRequested={areNotesRequested(rows)}
      />
      <KindsWithNothing rows={notHeld} />
      <DataRights content={content} />
    </div>
  )
}

/** Everything that the library holds on the borrower who reads it, and what the borrower may ask for. */
export const BorrowerDataView = (content: BorrowerDataContent): JSX.Element => {
  const groups = groupsOfHeldKinds(content.rows)
  return (
    <>
      <link rel="stylesheet" href={borrowerDataStylesheetPath} />
      <Notices content={content} />
      <DataOverview content={content} />
      <div class="data-layout">
        <DataContents groups={groups} />
        <AllData content={content} groups={groups} />
      </div>
    </>
  )
}
