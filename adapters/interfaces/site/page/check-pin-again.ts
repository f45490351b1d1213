import * as E from 'fp-ts/Either'
import { fieldFailure } from '../../http/problems/field-failure'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { FormFields } from './site-page'

const pinsDiffer = fieldFailure('body', 'pinAgain', {
  da: 'er ikke den samme som den nye pinkode',
  en: 'is not the same as the new PIN',
})

/** A new PIN is written twice, in `pin` and `pinAgain`, because nobody sees it. */
export const checkPinAgain = (fields: FormFields): E.Either<HttpFailure, void> =>
  fields['pin'] === fields['pinAgain'] ? E.right(undefined) : E.left(pinsDiffer)
