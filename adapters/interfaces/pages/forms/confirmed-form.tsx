import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Checkbox, SubmitButton } from './fields'
import { FormsOnDemand } from './forms-on-demand'
import { PageForm } from './page-form'

/** The field in which a person says yes to what cannot be undone. */
export const confirmField = 'confirm'

interface ConfirmedFormProps {
  /** The name of the form on its page. */
  readonly name: string
  /** Tells the forms of the rows of a list apart. */
  readonly of: string
  /** What the form does. */
  readonly text: TextInBothLanguages
  /** To what a person says yes. */
  readonly confirm: TextInBothLanguages
  /** What the form is about, for those who hear it without what stands beside it. */
  readonly about: string
}

/**
 * A form of a row that does what cannot be undone. A person opens it, says yes, and sends it: one Enter in the wrong place does
 * nothing. The page that gets it requires the yes (`requireConfirmation`).
 */
export const ConfirmedForm = ({ name, of, text, confirm, about }: ConfirmedFormProps): JSX.Element => (
  <FormsOnDemand summary={text} about={about} forms={[name]} of={of}>
    <PageForm name={name} of={of}>
      <Checkbox name={confirmField} label={confirm} />
      <SubmitButton text={text} kind="warning" about={about} />
    </PageForm>
  </FormsOnDemand>
)
