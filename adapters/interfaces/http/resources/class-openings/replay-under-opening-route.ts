import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isClassOpenFor, type ClassOpening } from '../../../../../domain/access/class-opening'
import { TitleId, type BorrowerId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { recordOpeningOfDay } from '../../request-handling/record-opening'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import type { HttpCaller } from '../../tokens/caller'
import { replayedMembers, replayUpToQuery } from '../replays/read-replay'
import {
  RecordId,
  ReplayFactAnswer,
  replayedFields,
  replayPointFields,
  ReplayStepAnswer,
  ReplaySubjectCodec,
} from '../replays/replay-codecs'
import { toStepAnswer } from '../replays/replay-routes'
import { classOpenerOf, ClassOpeningPath } from './class-opening-codecs'
import { requireClassOpening } from './class-opening-routes'

/** How many of the last events an answer has. */
const mostSteps = 100

/** Each borrower whose data was opened finds it among the openings of their record. Nothing is shown unless it is recorded. */
const recordOpenings =
  (library: RunningLibrary, caller: HttpCaller, id: string, { class: opened, reason, approvedBy }: ClassOpening) =>
  (borrowers: ReadonlyArray<BorrowerId>): TE.TaskEither<HttpFailure, unknown> =>
    pipe(
      borrowers,
      TE.traverseSeqArray((borrower) =>
        recordOpeningOfDay(library, caller, id)({ borrower, opened, reason, approvedBy }),
      ),
    )

/** A POST, because it records the opening. */
export const replayUnderOpeningRoute = defineCommandRoute({
  method: 'post',
  path: '/class-openings/:opening/replays',
  name: 'replayUnderOpening',
  summary:
    'Replay a record with the class that is opened for you in plain text: its state, and its last events. Each borrower concerned finds the opening in their data: the month, your role, the reason and the class, never which record',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  params: ClassOpeningPath,
  body: objectCodec(
    'ReplayUnderOpening',
    { subject: ReplaySubjectCodec, id: RecordId },
    { ...replayPointFields, title: TitleId },
  ),
  answer: objectCodec('ReplayUnderOpeningAnswer', {
    ...replayedFields,
    facts: listCodec(ReplayFactAnswer),
    steps: listCodec(ReplayStepAnswer),
  }),
  handle: ({ params, body: { subject, id, title, ...point }, caller, library }) =>
    pipe(
      requireClassOpening(library, params.opening),
      TE.filterOrElse(isClassOpenFor(classOpenerOf(caller)), (): HttpFailure => httpRequestFailure('ClassIsNotOpen')),
      TE.bindTo('opening'),
      TE.bind('replay', ({ opening }) => {
        const record = { subject, id, title, opened: new Set([opening.class]) }
        return replayUpToQuery(library, record)(point)
      }),
      TE.chainFirst(({ opening, replay }) =>
        recordOpenings(library, caller, params.opening, opening)(replay.borrowers),
      ),
      TE.map(({ opening, replay }) =>
        answerWithBody({
          ...replayedMembers({ subject, id, opened: new Set([opening.class]) }, replay),
          facts: replay.facts,
          steps: replay.steps.slice(-mostSteps).map(toStepAnswer),
        }),
      ),
    ),
})
