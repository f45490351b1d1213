import type { JSX } from 'preact'
import { TextField } from '../../forms/fields'
import { useForm } from '../../forms/page-form'
import type { FormProblem, RefusedForm } from '../../layout/page-frame'
import { overrideTexts as texts } from './override-texts'

/** The field of the reason. A form that has it goes on in spite of a refusal. */
export const overrideReasonField = 'overrideReason'

/** Whether staff may go on with a reason, or have written one that cannot be taken. */
export const mayOverride = ({ fields, problem }: RefusedForm): boolean =>
  problem.mayBeOverridden || fields[overrideReasonField] !== undefined

/** Whether the reason is missing, or cannot be taken. */
export const isReasonWrong = ({ textByPointer }: FormProblem): boolean => `/${overrideReasonField}` in textByPointer

interface OverrideFieldProps {
  /** With what the reason is forgotten. */
  readonly of: 'loan' | 'reservation'
}

/** The reason. When it is wrong it has the focus, also where somebody scans: what is typed next is the reason. */
export const ReasonField = ({ of }: OverrideFieldProps): JSX.Element => {
  const { refused } = useForm()
  return (
    <TextField
      {...{ name: overrideReasonField, label: texts.reason }}
      hint={of === 'loan' ? texts.hintOfLoan : texts.hintOfReservation}
      hasFocus={refused !== undefined && isReasonWrong(refused.problem)}
    />
  )
}

/** Within a form that was refused and may go on: the reason. Otherwise nothing. */
export const OverrideField = ({ of }: OverrideFieldProps): JSX.Element | null => {
  const { refused } = useForm()
  return refused === undefined || !mayOverride(refused) ? null : <ReasonField of={of} />
}
