import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { formatDay } from '../../pages/formatting/format-values'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readAfterCommand } from '../staff/read-after-command'
import type { FormOutcome, PageRequest } from './site-page'

const renewedUntil = (dueOn: Day): TextInBothLanguages => ({
  da: `Lånet er fornyet til ${formatDay('da', dueOn)}.`,
  en: `The loan is renewed until ${formatDay('en', dueOn)}.`,
})

const caseForStaff: TextInBothLanguages = {
  da: 'Biblioteket kender ikke lånet. Fornyelsen er en sag for personalet.',
  en: 'The library does not know the loan. The renewal is a case for staff.',
}

/** Shows the page again after a renewal, and says until which day the loan runs. The day stands in no address. */
export const showRenewed =
  <P>(request: Pick<PageRequest, 'library'>, read: TE.TaskEither<HttpFailure, P>) =>
  (
    renewal: TE.TaskEither<HttpFailure, { readonly body: { readonly dueOn: Day | null } }>,
  ): TE.TaskEither<HttpFailure, FormOutcome<P>> =>
    pipe(
      renewal,
      TE.flatMap(({ body: { dueOn } }) =>
        pipe(
          readAfterCommand(request)(read),
          TE.map((content): FormOutcome<P> => ({
            content,
            outcomeText: dueOn === null ? caseForStaff : renewedUntil(dueOn),
          })),
        ),
      ),
    )
