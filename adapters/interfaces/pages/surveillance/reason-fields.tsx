import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { TextArea, TextField } from '../forms/fields'
import type { WrittenRequest } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

interface ReasonProps {
  /** What stands in the fields at first. */
  readonly written?: WrittenRequest
}

/** Who has asked, and why. */
export const ReasonFields = ({ written = {} }: ReasonProps): JSX.Element => (
  <>
    <TextField
      name="requestedBy"
      label={texts.requestedBy}
      hint={texts.requestedByHint}
      value={written['requestedBy'] ?? ''}
    />
    <TextArea name="reason" label={texts.reason} hint={texts.reasonHint} value={written['reason'] ?? ''} />
  </>
)

/** The number of the case. */
export const CaseNumberField = ({
  hint,
  written = {},
}: ReasonProps & { readonly hint?: TextInBothLanguages }): JSX.Element => (
  <TextField
    name="caseNumber"
    label={texts.caseNumber}
    value={written['caseNumber'] ?? ''}
    {...(hint === undefined ? {} : { hint })}
  />
)
