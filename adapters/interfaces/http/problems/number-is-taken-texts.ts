import type { NumberIsTaken } from '../../../../domain/use-cases/unique-borrower-numbers'
import { httpProblemText, type ProblemText } from './http-problem-text'

/** Says which number is in use: that of a borrower, or that of a card. Whose it is stays unsaid. */
export const numberIsTakenTexts: Readonly<Record<NumberIsTaken['kindOfNumber'], ProblemText>> = {
  number: httpProblemText(
    409,
    'Lånernummeret er i brug: en anden låner har det.',
    'The borrower number is in use: another borrower has it.',
  ),
  cpr: httpProblemText(
    409,
    'CPR-nummeret er i brug: en anden låner har det.',
    'The CPR number is in use: another borrower has it.',
  ),
  card: httpProblemText(
    409,
    'Kortnummeret er i brug: et andet kort har det.',
    'The card number is in use: another card has it.',
  ),
}
