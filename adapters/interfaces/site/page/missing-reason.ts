import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { FormProblem } from '../../pages/layout/page-frame'
import { overrideReasonField } from '../../pages/staff/override/override-field'
import { overrideTexts } from '../../pages/staff/override/override-texts'
import type { FormFields } from './site-page'

/**
 * A refusal that staff may override with a reason, of a form whose field for the reason was left empty: it says that the
 * reason is missing. Other problems stay as they are.
 */
export const withMissingReason =
  (language: MessageLanguage, fields: FormFields) =>
  <P extends FormProblem>(problem: P): P =>
    problem.mayBeOverridden && fields[overrideReasonField]?.trim() === ''
      ? {
          ...{ ...problem, title: overrideTexts.missing[language] },
          textByPointer: { ...problem.textByPointer, [`/${overrideReasonField}`]: overrideTexts.write[language] },
        }
      : problem
