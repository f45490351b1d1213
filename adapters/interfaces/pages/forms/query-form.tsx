import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useHref, type RefusedForm } from '../layout/page-frame'
import { SubmitButton } from './fields'
import { FormContent } from './page-form'

interface QueryFormProps {
  /** The name of the form on its page. */
  readonly name: string
  readonly action: string
  /** What its button says. */
  readonly submit: TextInBothLanguages
  /** What was asked for, when it was refused. */
  readonly refused?: RefusedForm | undefined
  readonly children: ComponentChildren
}

/** A form that asks for something and changes nothing: it needs no token, and its address can be kept. */
export const QueryForm = ({ name, action, submit, refused, children }: QueryFormProps): JSX.Element => {
  const href = useHref()
  return (
    <form method="get" action={href(action)} noValidate>
      <FormContent id={name} refused={refused}>
        {children}
        <SubmitButton text={submit} />
      </FormContent>
    </form>
  )
}
