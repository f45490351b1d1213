import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { TextArea, TextField } from '../forms/fields'
import { surveillanceTexts as texts } from './surveillance-texts'

/** Who has asked, and why. */
export const ReasonFields = (): JSX.Element => (
  <>
    <TextField name="requestedBy" label={texts.requestedBy} hint={texts.requestedByHint} />
    <TextArea name="reason" label={texts.reason} hint={texts.reasonHint} />
  </>
)

/** The number of the case. */
export const CaseNumberField = ({ hint }: { readonly hint?: TextInBothLanguages }): JSX.Element => (
  <TextField name="caseNumber" label={texts.caseNumber} {...(hint === undefined ? {} : { hint })} />
)
