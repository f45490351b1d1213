import type { JSX } from 'preact'
import { replaySubjects } from '../../../../domain/replay/replay-subject'
import { LinkTo } from '../layout/link-to'
import { Text, useText, type RefusedForm } from '../layout/page-frame'
import { auditTexts as texts } from './audit-texts'
import { SelectField, TextField } from '../forms/fields'
import { QueryForm } from '../forms/query-form'
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
  /** Undefined until something was asked for, and when it was refused. */
  readonly replay: ShownReplay | undefined
  /** What was asked for, and what is wrong with it. */
  readonly refused: RefusedForm | undefined
}

/** The name of the form. */
export const replayForm = 'replay'

const ReplayForm = ({ wish, refused }: Pick<ReplayProps, 'wish' | 'refused'>): JSX.Element => {
  const text = useText()
  return (
    <QueryForm name={replayForm} action="/revision" submit={texts.show} refused={refused}>
      <SelectField
        {...{ name: 'subject', label: texts.subject, value: wish.subject ?? '' }}
        options={replaySubjects.map((subject) => ({ value: subject, text: text(subjectTexts[subject]) }))}
      />
      <TextField name="id" label={texts.id} hint={texts.idHint} value={wish.id ?? ''} isRequired />
      <TextField type="date" name="at" label={texts.at} hint={texts.atHint} value={wish.at ?? ''} />
      <TextField name="position" label={texts.position} value={wish.position ?? ''} />
      <TextField
        {...{ type: 'date', name: 'compareWith', label: texts.compareWith, hint: texts.compareHint }}
        value={wish.compareWith ?? ''}
      />
    </QueryForm>
  )
}

/** Replays a record: its state on a day, the events that made it, or two days compared. Personal values are withheld. */
export const ReplayView = ({ wish, replay, refused }: ReplayProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.intro} />
    </p>
    <p>
      <LinkTo path="/revision/rapport" text={texts.toReport} />
    </p>
    <ReplayForm wish={wish} refused={refused} />
    {replay === undefined ? null : <Replayed replay={replay} />}
  </>
)
