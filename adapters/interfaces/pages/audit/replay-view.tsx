import type { JSX } from 'preact'
import { replaySubjects } from '../../../../domain/replay/replay-subject'
import { LinkTo } from '../layout/link-to'
import { Text } from '../layout/page-frame'
import { auditTexts as texts } from './audit-texts'
import { QueryChoice, QueryField, QueryForm } from '../forms/query-form'
import { subjectTexts } from './replay-words'
import { Replayed } from './replayed'
import type { ShownReplay } from './shown-replay'

/** What was asked for, as it stands in the address. */
export interface ReplayWish {
  readonly subject?: string
  readonly id?: string
  readonly at?: string
  readonly position?: string
  readonly compareWith?: string
}

export interface ReplayProps {
  readonly wish: ReplayWish
  /** Undefined until something was asked for, and when there is a problem. */
  readonly replay: ShownReplay | undefined
  /** What is wrong with what was asked for. */
  readonly problem: string | undefined
}

const ReplayForm = ({ wish }: Pick<ReplayProps, 'wish'>): JSX.Element => {
  const options = replaySubjects.map((subject) => ({ value: subject, text: subjectTexts[subject] }))
  return (
    <QueryForm action="/revision" submit={texts.show}>
      <QueryChoice name="subject" label={texts.subject} value={wish.subject} options={options} />
      <QueryField type="text" name="id" label={texts.id} hint={texts.idHint} value={wish.id} />
      <QueryField type="date" name="at" label={texts.at} hint={texts.atHint} value={wish.at} />
      <QueryField type="text" name="position" label={texts.position} value={wish.position} />
      <QueryField
        {...{ type: 'date', name: 'compareWith', label: texts.compareWith, hint: texts.compareHint }}
        value={wish.compareWith}
      />
    </QueryForm>
  )
}

/** Replays a record: its state on a day, the events that made it, or two days compared. Personal values are withheld. */
export const ReplayView = ({ wish, replay, problem }: ReplayProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.intro} />
    </p>
    <p>
      <LinkTo path="/revision/rapport" text={texts.toReport} />
    </p>
    <ReplayForm wish={wish} />
    {problem === undefined ? null : (
      <div class="alert alert-warning">
        <p class="alert-text">{problem}</p>
      </div>
    )}
    {replay === undefined ? null : <Replayed replay={replay} />}
  </>
)
