const largest = 1_000_000

/**
 * The number on the slip in a copy: six digits made from a derived id, so that it is not a name and tells nothing of
 * one. Two copies on a shelf may share a number; the slip bears the item number as well.
 */
export const pickUpNumber = (derivedId: string): string =>
  String(Number.parseInt(derivedId.replaceAll('-', '').slice(0, 12), 16) % largest).padStart(6, '0')
