import type { AnyEvent } from '../../../domain/event/define-event'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { makePlain } from '../../../domain/event/plain-or-erased'
import type { EventField } from './fields-of-event'

type Steps = EventField['steps']

const withValue = (container: unknown, [step, ...rest]: Steps, value: unknown): unknown => {
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = [...((container ?? []) as ReadonlyArray<unknown>)]
    list[step] = withValue(list[step], rest, value)
    return list
  }
  const record = container as Readonly<Record<string, unknown>>
  return { ...record, [step]: withValue(record[step], rest, value) }
}

const partOf = ({ open, sealed }: AnyEvent, part: string): unknown => {
  if (part === 'open') return open
  const own = sealed[part]
  return own?._tag === 'Plain' ? own.value : undefined
}

/** The value of a field; undefined where the event has none. */
export const valueOfField = (event: AnyEvent, { part, steps }: EventField): unknown =>
  steps.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null)?.[step],
    partOf(event, part),
  )

/** The event with another value in a field. */
export const plantInEvent = (event: DomainEvent, { part, steps }: EventField, value: unknown): DomainEvent => {
  const planted = withValue(partOf(event, part), steps, value)
  return (
    part === 'open'
      ? { ...event, open: planted }
      : { ...event, sealed: { ...event.sealed, [part]: makePlain(planted) } }
  ) as DomainEvent
}
