import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as TE from 'fp-ts/TaskEither'
import { decodeOpen, decodeSealed, definitionOf, type Table, type Undecodable } from '../event/decode'
import type { DomainEvent, Recorded } from '../event/domain-event'
import { erased, plain, type Remembered } from '../event/remembered'
import type { LogName } from '../event/stream'
import type { ScopeClass } from '../event/scope-class'
import type { ScopeId } from '../values/ids'
import type { RecordedEvent } from '../ports/event-store'
import type { Corrupt, Keys, Opened, Part, Place, Unavailable } from '../ports/keys'

/** Why an event that was stored cannot be read. A forgotten part is no error. */
export type Unreadable = Undecodable | Unavailable | Corrupt

/** An event whose open part is decoded, and whose sealed parts are still shut. */
export interface Shut {
  readonly stored: RecordedEvent
  readonly log: LogName
  readonly open: Readonly<Record<string, unknown>>
  readonly parts: ReadonlyArray<Part>
}

/** Decodes the open part of a stored event, and says which scopes its sealed parts belong to. */
export const shut =
  (table: Table) =>
  (log: LogName) =>
  (stored: RecordedEvent): E.Either<Undecodable, Shut> => {
    const definition = definitionOf(table)(stored.type, stored.version)
    if (definition._tag === 'Left') return definition
    const open = decodeOpen(table)(stored.type, stored.version, stored.open)
    if (open._tag === 'Left') return open
    const parts = definition.right.classes.map((name) => ({ class: name, scope: open.right[name] as ScopeId }))
    return E.right({ stored, log, open: open.right, parts })
  }

/** Where an event stands, as it is bound into its seals. */
export const placeOf = ({ log, stored }: Shut): Place => ({
  log,
  stream: stored.stream,
  revision: stored.revision,
  id: stored.id,
  type: stored.type,
  version: stored.version,
  open: stored.open,
})

const remembered =
  (table: Table) =>
  ({ stored }: Shut, name: ScopeClass) =>
  (opened: Opened): E.Either<Unreadable, Remembered<unknown>> => {
    switch (opened._tag) {
      case 'Plain':
        return pipe(decodeSealed(table)(stored.type, stored.version, name, opened.value), E.map(plain))
      case 'Erased':
        return E.right(erased)
      case 'Unavailable':
      case 'Corrupt':
        return E.left(opened)
    }
  }

const recorded = (event: Shut, sealed: Readonly<Record<string, Remembered<unknown>>>): Recorded =>
  ({
    type: event.stored.type,
    open: event.open,
    sealed,
    at: {
      log: event.log,
      stream: event.stored.stream,
      revision: event.stored.revision,
      position: event.stored.position,
      id: event.stored.id,
      recorded: event.stored.recorded,
    },
  }) as Recorded

/**
 * Opens the sealed parts of an event that the caller wants open; the others are given as forgotten.
 * Answers the event as the domain knows it, or why it cannot be read.
 */
export const remember =
  (table: Table, keys: Pick<Keys, 'open'>) =>
  (wanted: (part: Part) => boolean) =>
  (event: Shut): TE.TaskEither<Unreadable, Recorded> =>
  async () => {
    const parts = event.parts.filter(wanted)
    const opened = parts.length === 0 ? [] : await keys.open(placeOf(event), event.stored.sealed, parts)()
    const sealed: Record<string, Remembered<unknown>> = {}
    for (const part of event.parts) sealed[part.class] = erased
    for (const [index, part] of parts.entries()) {
      const known = remembered(table)(event, part.class)(opened[index] ?? { _tag: 'Erased' })
      if (known._tag === 'Left') return known
      sealed[part.class] = known.right
    }
    return E.right(recorded(event, sealed))
  }

/** Reads one stored event whole. */
export const readEvent =
  (table: Table, keys: Pick<Keys, 'open'>) =>
  (log: LogName) =>
  (stored: RecordedEvent): TE.TaskEither<Unreadable, DomainEvent & Recorded> => {
    const event = shut(table)(log)(stored)
    return event._tag === 'Left' ? () => Promise.resolve(event) : remember(table, keys)(() => true)(event.right)
  }
