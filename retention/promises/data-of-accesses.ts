import { accountability } from './legal-bases'
import type { KindOfData } from './kind-of-data'

/** Who of the library has looked at the record of the borrower, or at protected data in it. */
export const dataOfAccesses = {
  accesses: {
    name: { da: 'Hvem har set mine oplysninger', en: 'Who has looked' },
    purpose: {
      da: 'hvilken dag, i hvilken rolle og hvorfor nogen på biblioteket eller en revisor åbnede lånerens oplysninger, en slags af dem eller dem, der er beskyttet; når måneden er lukket: i hvilken måned, i hvilken rolle og hvorfor; dagens åbninger ses fra i morgen',
      en: 'on which day, in which role and why somebody of the library, or an auditor, opened the record of the borrower, one kind of data in it, or what is protected in it; once the month is closed: in which month, in which role and why; openings of today are shown from tomorrow',
    },
    legalBasis: accountability,
    end: {
      da: 'dagen ved udgangen af måneden; måneden, rollen og grunden ved udgangen af den sjette måned efter; senest når låneren slettes',
      en: 'the day at the end of the month; month, role and reason at the end of the sixth month after it; at the latest when the borrower is erased',
    },
    fields: [
      { class: 'access', members: ['borrower', 'day', 'role', 'reason', 'opened'] },
      { class: 'view', members: ['views', 'padding'] },
    ],
    derivedFrom: ['access', 'view'],
    seenBy: ['borrower', 'staff', 'administrator'],
    changedBy: [],
  },
  accessStaff: {
    name: { da: 'Hvem har set mine oplysninger: medarbejderen', en: 'Who has looked: the member of staff' },
    purpose: {
      da: 'medarbejdernummeret på den, der åbnede lånerens oplysninger, og på den, der godkendte det, så biblioteket kan spørge, om grunden holder',
      en: 'the staff number of whoever opened the record of the borrower, and of whoever approved it, so that the library can ask whether the reason holds',
    },
    legalBasis: accountability,
    end: {
      da: 'ved udgangen af måneden; senest når låneren slettes',
      en: 'at the end of the month; at the latest when the borrower is erased',
    },
    fields: [{ class: 'access', members: ['staffNumber', 'approvedBy'] }],
    seenBy: ['administrator'],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
