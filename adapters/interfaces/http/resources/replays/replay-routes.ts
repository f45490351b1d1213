import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changesBetween, type ReplayStep } from '../../../../../domain/replay/replay-steps'
import { Day } from '../../../../../domain/values/day'
import { TitleId } from '../../../../../domain/values/ids'
import { classesOpenedFor } from '../../access/classes-opened-for'
import { readersOfReplays } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { borrowersInReplay } from './borrowers-in-replay'
import { replayedMembers, replayUpTo, replayUpToQuery } from './read-replay'
import {
  FactChangeAnswer,
  RecordId,
  ReplayFactAnswer,
  replayedFields,
  replayPointFields,
  ReplayStepAnswer,
  ReplaySubjectCodec,
} from './replay-codecs'

const path = objectCodec('ReplayPath', { subject: ReplaySubjectCodec, id: RecordId })
const placeOfReservation = { title: TitleId }

export const readReplayRoute = defineReadRoute({
  path: '/replays/:subject/:id',
  name: 'readReplay',
  summary:
    'Replay a record from the log: its state now, on a day (in persons: at the end of its month), at a position of the log, or at a revision of its stream',
  tag: 'Administration',
  roles: readersOfReplays,
  params: path,
  query: objectCodec('ReplayQuery', {}, { ...replayPointFields, ...placeOfReservation }),
  answer: objectCodec('Replay', { ...replayedFields, facts: listCodec(ReplayFactAnswer) }),
  opensRecordsOf: borrowersInReplay,
  handle: ({ params, query: { title, ...point }, library, caller }) => {
    const record = { ...params, title, opened: classesOpenedFor(caller) }
    return pipe(
      replayUpToQuery(library, record)(point),
      TE.map((replay) => answerWithBody({ ...replayedMembers(record, replay), facts: replay.facts })),
    )
  },
})

/** Revisions are written with as many digits as the largest can have, so that they sort as texts. */
const pageOfSteps = pageOfSortedList(({ event }: ReplayStep) => String(event.revision).padStart(16, '0'))

/** A step, as an answer has it. */
export const toStepAnswer = ({ event, changes }: ReplayStep) => ({ ...event, changes: changes() })

export const listReplayStepsRoute = defineReadRoute({
  path: '/replays/:subject/:id/steps',
  name: 'listReplaySteps',
  summary: 'Read the events that made the state of a record, one after the other, and what each changed',
  tag: 'Administration',
  roles: readersOfReplays,
  params: path,
  query: objectCodec('ReplayStepsQuery', {}, { ...PageQuery.optional, ...replayPointFields, ...placeOfReservation }),
  answer: objectCodec('ReplaySteps', { ...replayedFields, steps: listCodec(ReplayStepAnswer), ...nextPageMember }),
  opensRecordsOf: borrowersInReplay,
  handle: ({ params, query, library, caller }) => {
    const record = { ...params, title: query.title, opened: classesOpenedFor(caller) }
    return pipe(
      replayUpToQuery(library, record)(query),
      TE.map((replay) => {
        const { entries, next } = pageOfSteps(query)(replay.steps)
        return answerWithBody({ ...replayedMembers(record, replay), steps: entries.map(toStepAnswer), next })
      }),
    )
  },
})

export const compareReplaysRoute = defineReadRoute({
  path: '/replays/:subject/:id/comparison',
  name: 'compareReplays',
  summary: 'Compare the states of a record on two days: what differs, before and after',
  tag: 'Administration',
  roles: readersOfReplays,
  params: path,
  query: objectCodec('ReplayComparisonQuery', { from: Day, until: Day }, placeOfReservation),
  answer: objectCodec('ReplayComparison', { ...replayedFields, changes: listCodec(FactChangeAnswer) }),
  opensRecordsOf: borrowersInReplay,
  handle: ({ params, query: { title, from, until }, library, caller }) => {
    const record = { ...params, title, opened: classesOpenedFor(caller) }
    const replay = replayUpTo(library, record)
    return pipe(
      replay({ _tag: 'Day', day: until }),
      TE.bindTo('after'),
      TE.bind('before', () =>
        pipe(
          replay({ _tag: 'Day', day: from }),
          TE.map(({ facts }) => facts),
          TE.orElse((failure) => (failure._tag === 'ReplayFindsNothing' ? TE.right([]) : TE.left(failure))),
        ),
      ),
      TE.map(({ before, after }) =>
        answerWithBody({ ...replayedMembers(record, after), changes: changesBetween(before)(after.facts) }),
      ),
    )
  },
})

/** What replays records. */
export const replayRoutes = [readReplayRoute, listReplayStepsRoute, compareReplaysRoute]
