import type { JSX } from 'preact'
import { PasswordField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useHref, useText } from '../layout/page-frame'
import { logInNotices, logInTexts, peopleOfAudience, type LogInNotice } from './log-in-texts'

/** A provider, by the name that people know, and the address that leads to it. */
export interface LogInWay {
  readonly audience: 'borrowers' | 'staff'
  readonly name: string | undefined
  /** Whether whoever logs in chooses who to be, staff among them. */
  readonly isOfDemo: boolean
  readonly path: string
}

/** What the page shows. */
export interface LogInContent {
  readonly notice: LogInNotice | undefined
  /** Whether the person is logged in, and must prove anew who they are. */
  readonly isAnew: boolean
  /** For whom there is a provider, and the address that leads to it. */
  readonly providers: ReadonlyArray<LogInWay>
  readonly hasCardLogIn: boolean
}

const Notice = ({ notice }: { readonly notice: LogInNotice }): JSX.Element => {
  const text = useText()
  const kind = logInNotices[notice].status === 200 ? 'info' : 'error'
  return (
    <div class={`alert alert-${kind}`} role={kind === 'info' ? 'status' : 'alert'} data-focus="">
      <p class="alert-heading">{text(logInNotices[notice])}</p>
    </div>
  )
}

/** With what one logs in, and who may. */
const Way = ({ audience, name, isOfDemo, path }: LogInWay): JSX.Element => {
  const text = useText()
  const href = useHref()
  const forWhom = text(logInTexts[isOfDemo ? 'demo' : audience])
  return (
    <p>
      <a class="button button-primary" href={href(path)}>
        {name === undefined ? forWhom : `${text(logInTexts.with)} ${name} (${text(peopleOfAudience[audience])})`}
      </a>
    </p>
  )
}

const CardForm = (): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="card-heading">
      <h2 id="card-heading">{text(logInTexts.cardHeading)}</h2>
      <p>{text(logInTexts.cardText)}</p>
      <PageForm name="card">
        <TextField
          name="card"
          label={logInTexts.card}
          hint={logInTexts.cardHint}
          inputMode="numeric"
          autoComplete="username"
        />
        <PasswordField name="pin" label={logInTexts.pin} autoComplete="current-password" />
        <SubmitButton text={logInTexts.cardHeading} kind="secondary" />
      </PageForm>
    </section>
  )
}

/** The ways to log in. */
export const LogInView = ({ notice, isAnew, providers, hasCardLogIn }: LogInContent): JSX.Element => {
  const text = useText()
  return (
    <>
      {notice === undefined ? null : <Notice notice={notice} />}
      {isAnew ? <p>{text(logInTexts.logInAnew)}</p> : null}
      {providers.map((way) => (
        <Way {...way} />
      ))}
      {hasCardLogIn ? <CardForm /> : null}
      <p>{text(logInTexts.cookie)}</p>
    </>
  )
}
