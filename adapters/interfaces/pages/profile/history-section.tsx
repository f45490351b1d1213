import type { JSX } from 'preact'
import { formatMonth } from '../formatting/format-times'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useFrame, useHref } from '../layout/page-frame'
import { DataTable } from '../tables/data-table'
import type { ShownHistory, ShownHistoryMonth } from './profile'
import { ProfileSection } from './profile-sections'
import { profileTexts as texts } from './profile-texts'

const Titles = ({ titles, omitted }: ShownHistoryMonth): JSX.Element => (
  <>
    {titles.map(({ title, name }) => name ?? title).join('; ')}
    {omitted === 0 ? null : (
      <>
        {' '}
        {omitted} <Text of={texts.more} />
      </>
    )}
  </>
)

/** The history is shown, and its months can be read while the consent stands. */
const HistoryMonths = ({ months, next }: ShownHistory): JSX.Element => {
  const { language } = useFrame()
  const href = useHref()
  return (
    <>
      <DataTable
        caption={texts.history}
        columns={[
          { heading: texts.month, cell: ({ month }) => formatMonth(language, month) },
          { heading: texts.titles, cell: Titles },
        ]}
        rows={months}
        empty={texts.noMonths}
      />
      {next === null ? null : (
        <p>
          <a href={href(`/mit/profil?efter=${next}#history`)}>
            <Text of={texts.olderMonths} />
          </a>
        </p>
      )}
    </>
  )
}

/** The loan history, which a borrower turns on and off. */
export const HistorySection = ({ history }: { readonly history: ShownHistory }): JSX.Element => {
  const { language } = useFrame()
  return (
    <ProfileSection id="history" heading={texts.history}>
      {history.consentedIn === null ? (
        <>
          <p>
            <Text of={texts.historyOff} />
          </p>
          <PageForm name="giveConsent">
            <SubmitButton text={texts.giveConsent} kind="secondary" />
          </PageForm>
        </>
      ) : (
        <>
          <p>
            <Text of={texts.historyOn} /> {formatMonth(language, history.consentedIn)}.
          </p>
          <HistoryMonths {...history} />
          <p class="forgotten-on">
            <Text of={texts.historyForgotten} />
          </p>
          <PageForm name="withdrawConsent">
            <SubmitButton text={texts.withdrawConsent} kind="warning" />
          </PageForm>
        </>
      )}
    </ProfileSection>
  )
}
