const pickUpNumbers = 1_000_000

/**
 * The number on the slip in a reserved copy: six digits computed from a derived id, so it says nothing of the borrower.
 * Two copies on the pick-up shelf may share a number; the slip also has the item number.
 */
export const computePickUpNumber = (derivedId: string): string =>
  String(Number.parseInt(derivedId.replaceAll('-', '').slice(0, 12), 16) % pickUpNumbers).padStart(6, '0')
