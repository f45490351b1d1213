import type { JSX } from 'preact'
import { longestClassOpeningHours } from '../../../../domain/access/class-opening'
import { OpenableClass } from '../../../../domain/access/opening'
import { replaySubjects } from '../../../../domain/replay/replay-subject'
import { kindsOfData } from '../../../../retention/promises/kinds-of-data'
import type { KindOfData } from '../../../../retention/promises/kind-of-data'
import { SelectField, SubmitButton, TextArea, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { openedClassTexts } from '../personal-data/opened-class-texts'
import { useValueText } from '../personal-data/use-value-text'
import { ValueList } from '../tables/value-list'
import { auditTexts } from './audit-texts'
import { classOpeningTexts as texts } from './class-opening-texts'
import { subjectTexts } from './replay-words'
import { ClassText } from './replayed-value-text'
import { Replayed } from './replayed'
import type { ShownReplay } from './shown-replay'

const classes = Object.keys(OpenableClass.keys) as ReadonlyArray<OpenableClass>

const hours = Array.from({ length: longestClassOpeningHours }, (_, n) => String(n + 1))

/** Asks that one kind of data is opened. */
export const RequestClassOpeningView = (): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>
        <Text of={texts.intro} />
      </p>
      <PageForm name="request">
        <SelectField
          {...{ name: 'class', label: texts.class }}
          options={classes.map((name) => ({ value: name, text: text(openedClassTexts[name]) }))}
        />
        <TextArea name="reason" label={texts.reason} hint={texts.reasonHint} />
        <SelectField
          {...{ name: 'hours', label: texts.hours, hint: texts.hoursHint }}
          options={hours.map((value) => ({ value, text: value }))}
        />
        <SubmitButton text={texts.ask} />
      </PageForm>
    </>
  )
}

/** An opening as its reader sees it. Who asked and why is null for an auditor. */
interface ShownClassOpening {
  readonly class: OpenableClass
  readonly hours: number
  readonly isApproved: boolean
  readonly role: string
  readonly reason: string | null
  readonly requestedBy: string | null
}

export interface ClassOpeningProps {
  readonly opening: ShownClassOpening
  readonly mayApprove: boolean
  readonly mayUse: boolean
  /** What was asked for with the opening; undefined until something was. */
  readonly replay: ShownReplay | undefined
}

/** When what the class holds is forgotten, in the words of the promises table. */
const WhenForgotten = ({ class: name }: Pick<ShownClassOpening, 'class'>): JSX.Element => {
  const kinds: ReadonlyArray<KindOfData> = Object.values(kindsOfData)
  return (
    <>
      <p>
        <Text of={texts.whenForgotten} />
      </p>
      <ul>
        {kinds
          .filter(({ fields }) => fields.some((field) => field.class === name))
          .map((kind) => (
            <li>
              <Text of={kind.name} />: <Text of={kind.end} />
            </li>
          ))}
      </ul>
    </>
  )
}

const UseForm = (): JSX.Element => {
  const text = useText()
  return (
    <>
      <h2>
        <Text of={texts.useIt} />
      </h2>
      <p>
        <Text of={texts.useHint} />
      </p>
      <PageForm name="replay">
        <SelectField
          {...{ name: 'subject', label: auditTexts.subject }}
          options={replaySubjects.map((subject) => ({ value: subject, text: text(subjectTexts[subject]) }))}
        />
        <TextField name="id" label={auditTexts.id} hint={auditTexts.idHint} />
        <TextField type="date" name="at" label={auditTexts.at} hint={auditTexts.atHint} />
        <SubmitButton text={auditTexts.show} />
      </PageForm>
    </>
  )
}

const About = ({ opening }: Pick<ClassOpeningProps, 'opening'>): JSX.Element => {
  const valueText = useValueText()
  const { isApproved, reason, requestedBy, role } = opening
  return (
    <>
      <ValueList
        values={[
          { name: texts.class, value: <ClassText name={opening.class} /> },
          { name: texts.hours, value: opening.hours },
          { name: texts.status, value: <Text of={isApproved ? texts.approved : texts.waits} /> },
          { name: texts.role, value: valueText('accesses', 'openedBy', role) },
          { name: texts.requestedBy, value: requestedBy },
          { name: texts.reason, value: reason },
        ]}
      />
      {reason === null ? null : (
        <p>
          <Text of={texts.forgotten} />
        </p>
      )}
    </>
  )
}

/** An opening: what it is for; a second person approves it; whoever asked replays records with it. */
export const ClassOpeningView = ({ opening, mayApprove, mayUse, replay }: ClassOpeningProps): JSX.Element => (
  <>
    <About opening={opening} />
    {opening.isApproved || mayApprove ? null : (
      <p>
        <Text of={texts.sendAddress} />
      </p>
    )}
    {mayApprove ? (
      <PageForm name="approve">
        <SubmitButton text={texts.approve} />
      </PageForm>
    ) : null}
    {mayUse ? <UseForm /> : null}
    {replay === undefined ? null : (
      <>
        <WhenForgotten class={opening.class} />
        <Replayed replay={replay} />
      </>
    )}
  </>
)
