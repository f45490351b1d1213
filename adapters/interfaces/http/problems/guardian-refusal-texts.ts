import type { BorrowerRefusal } from '../../../../domain/borrower/borrower-refusal'
import type { FewerPapersAreUnconfirmed } from '../../../../domain/guardian-papers/decide-guardian-papers-command'
import { httpProblemText, type ProblemText } from './http-problem-text'

type GuardianRefusalTag =
  | FewerPapersAreUnconfirmed['_tag']
  | Extract<
      BorrowerRefusal['_tag'],
      | 'BirthDateIsUnknown'
      | 'BorrowerIsOfAge'
      | 'GuardianIsTheChild'
      | 'GuardianIsUnderAge'
      | 'GuardianIsUnknown'
      | 'PaperIsOfMonthToCome'
      | 'GuardianPaperIsUnknown'
    >

/** Status and texts for each refusal of a command about a guardian. */
export const guardianRefusalTexts: Readonly<Record<GuardianRefusalTag, ProblemText>> = {
  BirthDateIsUnknown: httpProblemText(
    409,
    'Lånerens fødselsdato er ukendt, så det vides ikke, hvornår værgemålet slutter. Registrer fødselsdatoen først.',
    'The birth date of the borrower is unknown, so nobody can tell when the guardianship ends. Record the birth date first.',
  ),
  BorrowerIsOfAge: httpProblemText(
    409,
    'Låneren er myndig og har ingen værge.',
    'The borrower is of age and has no guardian.',
  ),
  GuardianIsTheChild: httpProblemText(
    422,
    'Værgen kan ikke være barnet selv.',
    'The guardian cannot be the child itself.',
  ),
  GuardianIsUnderAge: httpProblemText(
    422,
    'Værgen er ikke myndig efter sit CPR-nummer.',
    'The guardian is under age, by the CPR number.',
  ),
  GuardianIsUnknown: httpProblemText(404, 'Værgemålet findes ikke.', 'There is no such guardianship.'),
  PaperIsOfMonthToCome: httpProblemText(
    422,
    'Papirets måned ligger i fremtiden.',
    'The month of the paper lies in the future.',
  ),
  GuardianPaperIsUnknown: httpProblemText(
    404,
    'Der er intet papir at destruere.',
    'There is no such paper to destroy.',
  ),
  FewerPapersAreUnconfirmed: httpProblemText(
    409,
    'Så mange ubekræftede papirer er der ikke fra den måned.',
    'There are not so many unconfirmed papers of that month.',
  ),
}
