import * as TE from 'fp-ts/TaskEither'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { fieldFailure } from '../../http/problems/field-failure'
import type { HttpFailure } from '../../http/problems/http-failure'
import { confirmField } from '../../pages/forms/confirmed-form'
import type { FormFields } from './site-page'

/** Refuses a form whose sender has not said yes to what cannot be undone. `text`: what is wrong then, beside the field. */
export const requireConfirmation = (fields: FormFields, text: TextInBothLanguages): TE.TaskEither<HttpFailure, void> =>
  fields[confirmField] === 'yes' ? TE.right(undefined) : TE.left(fieldFailure('body', confirmField, text))
