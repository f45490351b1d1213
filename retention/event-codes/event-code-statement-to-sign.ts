import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { canonicalJson } from '../../domain/event/canonical-json'
import { fingerprintOfEventCodeKeys, type EventCodeKeys } from './derive-first-event-code-keys'
import { OlderEventsByLogCodec, type EventsBeforeCodesByLog } from './summary-of-events-without-code'

/** The version of the statement. */
const format = 'glemsom events without code 1'

/** What the ring signs: which events of the library have no code, and which keys make the codes of the others. */
export const eventCodeStatementToSign = (library: string, keys: EventCodeKeys, older: EventsBeforeCodesByLog): string =>
  canonicalJson({ format, library, keys: fingerprintOfEventCodeKeys(keys), older })

/** The older events that a statement names; undefined when it is not the statement of this library and these keys. */
export const parseEventCodeStatement = (
  library: string,
  keys: EventCodeKeys,
  statement: string,
): EventsBeforeCodesByLog | undefined =>
  pipe(
    E.tryCatch(() => JSON.parse(statement) as { readonly older?: unknown }, String),
    E.map(({ older }) => older),
    E.filterOrElse(OlderEventsByLogCodec.is, () => 'another form'),
    E.filterOrElse(
      (older) => eventCodeStatementToSign(library, keys, older) === statement,
      () => 'another library or other keys',
    ),
    E.match(
      () => undefined,
      (older) => older,
    ),
  )
