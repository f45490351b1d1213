import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { useFrame, useHref, type RefusedForm } from '../layout/page-frame'
import { formFields } from './plain-form'
import { WrongFields, type NamedField } from './wrong-fields'

/** The field that says about what a form is. */
const ofField = 'of'

interface FormState {
  readonly id: string
  /** What was sent, when this form was refused. */
  readonly refused: RefusedForm | undefined
}

const FormContext = createContext<FormState | undefined>(undefined)

/** The form around a field. Only fields of a form may call it. */
export const useForm = (): FormState => {
  const form = useContext(FormContext)
  if (form === undefined) throw new Error('a field was rendered without a form')
  return form
}

/** Finds what was sent with a form of the page, when that form was refused. */
export const useRefusedForm = (): ((name: string, of?: string) => RefusedForm | undefined) => {
  const { refused } = useFrame()
  return (name, of = '') => (refused?.name === name && (refused.fields[ofField] ?? '') === of ? refused : undefined)
}

/** What is wrong with the form as a whole, and with fields that it does not show. */
const Problem = ({ problem, children }: RefusedForm & { readonly children?: ComponentChildren }): JSX.Element => (
  <div class="alert alert-error" role="alert" data-focus="">
    <p class="alert-heading">{problem.title}</p>
    {problem.detail === problem.title ? null : <p class="alert-text">{problem.detail}</p>}
    {children}
  </div>
)

/** What is wrong with a form that the page shows no longer, such as that of a row which cannot be sent any more. */
export const RefusedFormProblem = ({
  name,
  of,
}: {
  readonly name: string
  readonly of: string
}): JSX.Element | null => {
  const refused = useRefusedForm()(name, of)
  return refused === undefined ? null : <Problem {...refused} />
}

interface FormContentProps extends FormState {
  /** The fields that the summary of errors names: those of a form so long that they are not all in sight. */
  readonly namedFields?: ReadonlyArray<NamedField>
  readonly children: ComponentChildren
}

/** What stands in a form: what is wrong with it when it was refused, and its fields. */
export const FormContent = ({ id, refused, namedFields = [], children }: FormContentProps): JSX.Element => (
  <>
    {refused === undefined ? null : (
      <Problem {...refused}>
        <WrongFields formId={id} fields={namedFields} problem={refused.problem} />
      </Problem>
    )}
    <FormContext.Provider value={{ id, refused }}>{children}</FormContext.Provider>
  </>
)

interface PageFormProps extends Pick<FormContentProps, 'namedFields' | 'children'> {
  /** The name of the form on its page. */
  readonly name: string
  /** Tells forms of one name apart, such as that of each loan; empty when there is one. */
  readonly of?: string
  /** A short form that stands in a row. */
  readonly isInline?: boolean
  /** The key of a form that this one sends again with other choices: both act once. */
  readonly formKey?: string
  /** Whether the script of the scans sends it in the background, and shows its outcome as that of a scan. */
  readonly isSentWithScans?: boolean
}

/**
 * A form of the page. It is sent to the page's own address. When it is refused, the page shows it again with what was
 * written in it, and says beside each field what is wrong.
 */
export const PageForm = ({
  name,
  of = '',
  isInline = false,
  formKey,
  isSentWithScans,
  ...content
}: PageFormProps): JSX.Element => {
  const { address, formToken, makeFormKey } = useFrame()
  const refused = useRefusedForm()(name, of)
  const href = useHref()
  return (
    <form
      method="post"
      action={href(address)}
      noValidate
      class={isInline ? 'inline-form' : undefined}
      data-scan-action={isSentWithScans === true ? '' : undefined}
    >
      {formToken === undefined ? null : <input type="hidden" name={formFields.token} value={formToken} />}
      <input type="hidden" name={formFields.name} value={name} />
      <input type="hidden" name={formFields.key} value={formKey ?? makeFormKey()} />
      {of === '' ? null : <input type="hidden" name={ofField} value={of} />}
      <FormContent id={of === '' ? name : `${name}-${of}`} refused={refused} {...content} />
    </form>
  )
}
