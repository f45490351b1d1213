import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ShownEvent } from '../../processes/running-library/shown-event'

/** Replaces the hash of a PIN in a registration of version 1: staff see whether there is one, and never the hash. */
const withoutPin = (name: ScopeClass, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'pin' in value && value.pin !== null
    ? { ...value, pin: { withheld: name } }
    : value

/**
 * Replaces the link of a notice: whoever follows it confirms an e-mail, so nobody gets it but the reader of the mail. Staff
 * see whether there is one.
 */
const withoutLink = (name: ScopeClass, value: unknown): unknown =>
  name === 'notice' && typeof value === 'object' && value !== null && 'link' in value && value.link !== null
    ? { ...value, link: { withheld: name } }
    : value

/** What a part says, without what staff may do with no part: neither log in for a borrower nor confirm an e-mail. */
export const withoutSecrets = (name: ScopeClass, value: unknown): unknown => withoutLink(name, withoutPin(name, value))

/** Parts that tell name or address of a borrower. */
const classesOfNameAndAddress: ReadonlySet<ScopeClass> = new Set(['contact', 'guardian', 'identity'])

/** In version 1 of a registration the borrower's own part has the name; the number stays. */
const withoutNameOfVersion1 = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('number' in value)) return value
  return { number: value.number, withheld: 'borrower' }
}

const withheldPart = (name: ScopeClass, value: unknown): unknown => {
  if (name === 'borrower') return withoutNameOfVersion1(value)
  return classesOfNameAndAddress.has(name) ? { withheld: name } : value
}

/** The event without what staff may not see of a protected borrower. */
export const withoutNameAndAddress = (event: ShownEvent): ShownEvent => ({
  ...event,
  staff: {
    ...event.staff,
    ...Object.fromEntries(event.living.map((name) => [name, withheldPart(name, event.staff[name])])),
  },
})
