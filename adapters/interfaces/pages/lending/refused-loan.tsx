import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useFrame } from '../layout/page-frame'
import { mayOverride, ReasonField } from '../staff/override/override-field'
import { overrideTexts as texts } from '../staff/override/override-texts'
import { scanField } from '../staff/scan/scan-form'
import { RefusedScan } from '../staff/scan/scan-results'

/** The copy that was refused is lent with a reason. The scan is sent again with it. */
const LendAllTheSame = ({ code }: { readonly code: string }): JSX.Element => (
  <PageForm name="lend" of={code} isSentWithScans>
    <input type="hidden" name={scanField} value={code} />
    <ReasonField of="loan" />
    <SubmitButton text={texts.lend} kind="secondary" />
  </PageForm>
)

/** Why a scanned copy is not lent, and how staff go on where the policy lets them. */
export const RefusedLoan = (): JSX.Element => {
  const { refused } = useFrame()
  const code = refused?.fields[scanField]
  return (
    <RefusedScan>
      {refused?.name === 'lend' && code !== undefined && mayOverride(refused) ? <LendAllTheSame code={code} /> : null}
    </RefusedScan>
  )
}
