/**
 * A place where personal data lies, or a processor who handles it for the municipality, as the record of processing names it
 * (GDPR Articles 28, 30 and 44).
 */
export interface ProcessingPlace {
  readonly name: string
  /** What lies there, or what is done there. */
  readonly task: string
  /** ISO 3166-1, two letters: `DK`. */
  readonly country: string
}
