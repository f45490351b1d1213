import type { JSX } from 'preact'
import { MomentText } from '../formatting/moment-text'
import { DayText } from '../formatting/day-text'
import { formatMoment } from '../formatting/format-times'
import { roleTexts } from '../formatting/role-texts'
import { usePageLanguage } from '../formatting/page-language'
import { Text, useText } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { LinkTo } from '../layout/link-to'
import { PeriodText } from './period-text'
import type { ShownVideoRequest, ViewerInRole } from './shown-surveillance'
import { refusalTexts, surveillanceTexts as texts, videoActTexts } from './surveillance-texts'

/** How a request was decided. */
export const Decision = ({
  refusedBecause,
  whyRefused,
}: Pick<ShownVideoRequest, 'refusedBecause' | 'whyRefused'>): JSX.Element => {
  const text = useText()
  if (refusedBecause === null) return <>{text(texts.granted)}</>
  const parts = [text(texts.refused), text(refusalTexts[refusedBecause]), whyRefused]
  return <>{parts.filter((part) => part !== null).join(': ')}</>
}

/** The branch and the camera: `Hovedbiblioteket: indgang`. */
export const CameraText = ({ branchName, camera }: Pick<ShownVideoRequest, 'branchName' | 'camera'>): JSX.Element => {
  const text = useText()
  return <>{[branchName === null ? null : text(branchName), camera].filter((part) => part !== null).join(': ')}</>
}

/** Which camera, and of a recording which part of a day. */
export const AboutRequest = ({ branchName, camera, from, until }: ShownVideoRequest): JSX.Element => (
  <>
    <CameraText {...{ branchName, camera }} />
    {from === null || until === null ? null : (
      <>
        {' '}
        <PeriodText from={from} until={until} />
      </>
    )}
  </>
)

/** Who acted at the library, and in which role. */
export const Actor = ({ by, role }: ViewerInRole): JSX.Element => (
  <>
    {by} (<Text of={roleTexts[role]} />)
  </>
)

/** What a day report says of each request. */
export const requestColumns: ReadonlyArray<TableColumn<ShownVideoRequest>> = [
  { heading: texts.at, cell: ({ at }) => <MomentText at={at} /> },
  { heading: texts.act, cell: ({ act }) => <Text of={videoActTexts[act]} /> },
  { heading: texts.camera, cell: AboutRequest },
  { heading: texts.requestedBy, cell: ({ requestedBy }) => requestedBy },
  { heading: texts.reason, cell: ({ reason }) => reason },
  { heading: texts.caseNumber, cell: ({ caseNumber }) => caseNumber },
  { heading: texts.by, cell: Actor },
  { heading: texts.decision, cell: Decision },
  { heading: texts.erasedOn, cell: ({ erasedOn }) => <DayText day={erasedOn} /> },
]

const RequestLink = ({ viewing, at }: ShownVideoRequest): JSX.Element => {
  const language = usePageLanguage()
  return <LinkTo path={`/vagt/anmodninger/${viewing}`} text={texts.details} about={formatMoment(language, at)} />
}

/** The same, with a link to each request. */
export const linkedRequestColumns: ReadonlyArray<TableColumn<ShownVideoRequest>> = [
  ...requestColumns,
  {
    heading: texts.actions,
    cell: RequestLink,
  },
]
