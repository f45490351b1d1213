import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { noDayYet } from '../formatting/forgotten-day'

/** The members that say when something is forgotten: where no day is named, the page says so. */
const daysOfForgetting: ReadonlySet<string> = new Set(['forgottenOn', 'forgottenIfUnusedOn', 'latestEnd'])

const noNotes: TextInBothLanguages = { da: 'Der var ingen noter.', en: 'There were no notes.' }

interface AnsweredRequest {
  readonly answeredOn: string | null
  readonly withheldBecause: string | null
}

const isRequestForNotes = (data: object): data is AnsweredRequest => 'answeredOn' in data && 'withheldBecause' in data

/** Whether staff answered a request to see the notes, gave none, and left nothing out. */
const isAnsweredWithoutNotes = (data: object): boolean =>
  isRequestForNotes(data) && data.answeredOn !== null && data.withheldBecause === null

/** What stands in place of a value that is null; undefined where the member is left out. `data`: what has the member. */
export const textWithoutValue = (member: string, data: object): TextInBothLanguages | undefined => {
  if (daysOfForgetting.has(member)) return noDayYet
  return member === 'given' && isAnsweredWithoutNotes(data) ? noNotes : undefined
}
