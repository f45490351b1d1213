import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { StreamInPath } from '../../codecs/identifiers'
import type { ShownEvent } from '../../../../processes/running/show'
import { listOf } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import type { Caller } from '../../tokens/caller'

const parts = t.record(t.string, t.unknown)

const EventView = shape('ShownEvent', {
  revision: count,
  type: t.string,
  recorded: t.string,
  stored: shape('StoredView', { open: parts, sealed: t.record(t.string, t.string) }),
  staff: parts,
  forgotten: parts,
})

/** Auditors and administrators see that there is a part, and under which class; staff see what it says. */
const forRole =
  (caller: Caller) =>
  ({ staff, ...event }: ShownEvent): ShownEvent => {
    if (caller.role === 'staff') return { ...event, staff }
    const marks = Object.keys(event.stored.sealed).map((name) => [name, { withheld: name }])
    return { ...event, staff: Object.fromEntries(marks) as Readonly<Record<string, unknown>> }
  }

export const showStream = read({
  path: '/streams/:log/:stream',
  name: 'showStream',
  about: 'A stream event by event: as stored, as staff see it, and as it will read once forgotten',
  area: 'Keeping',
  roles: ['staff', 'auditor', 'administrator'],
  params: shape('StreamPath', { log: t.keyof({ circulation: null, persons: null }), stream: StreamInPath }),
  answer: shape('ShownStream', { events: listOf(EventView) }),
  handle: ({ params: { log, stream }, system, caller }) =>
    pipe(
      TE.fromTask<ReadonlyArray<ShownEvent>, Failure>(() => system.show(log, stream)),
      TE.filterOrElse(
        (events) => events.length > 0,
        (): Failure => edge('StreamIsUnknown'),
      ),
      TE.map((events) => answered({ events: events.map(forRole(caller)) })),
    ),
})
