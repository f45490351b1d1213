import { cprInPublicAuthority, lendingIsPublicTask } from './legal-bases'
import type { KindOfData, TextInBothLanguages } from './kind-of-data'

const endsAfterGuardianship: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev rettet, eller hvor værgen blev erstattet eller fjernet, eller hvor måneden blev afsluttet og barnet var fyldt 18 og intet skyldte fra før; senest når låneren slettes',
  en: 'at the end of the month after the month in which it was put right, or in which the guardian was replaced or removed, or at whose closing the child had turned 18 and owed nothing from before; at the latest when the borrower is erased',
}

/** What the library knows of the guardian of a borrower under 18. */
export const dataOfGuardian = {
  guardian: {
    name: { da: 'Børn og unge', en: 'Children' },
    purpose: {
      da: 'hvem der svarer for en låner under 18, og hvordan biblioteket når dem om mellemværende',
      en: 'who answers for a borrower under 18, and how the library reaches them about the outstanding balance',
    },
    legalBasis: lendingIsPublicTask,
    end: endsAfterGuardianship,
    fields: [
      {
        class: 'guardian',
        members: [
          'name',
          'details.careOf',
          'details.address',
          'details.phones',
          'details.mobileForNotices',
          'details.emails',
          'details.emailForNotices',
          'verifiedEmails',
          'email',
          'details.email',
        ],
      },
    ],
    seenBy: ['borrower', 'staff', 'guardian'],
    changedBy: ['staff', 'guardian'],
  },
  guardianCprNumber: {
    name: { da: 'Børn og unge: værgens CPR-nummer', en: 'Children: CPR number of the guardian' },
    purpose: {
      da: 'siger, hvem værgen er, og lader værgen logge ind; barnet ser det ikke',
      en: 'says who the guardian is, and lets the guardian log in; the child does not see it',
    },
    legalBasis: cprInPublicAuthority,
    end: endsAfterGuardianship,
    fields: [{ class: 'guardian', members: ['cpr', 'guardianship'] }],
    seenBy: ['staff', 'guardian'],
    changedBy: ['staff'],
  },
  guardianPaper: {
    name: { da: 'Børn og unge: registrering på papir', en: 'Children: registration on paper' },
    purpose: {
      da: 'måneden og filialen, så papiret findes og destrueres, når værgemålet slutter',
      en: 'the month and the branch, so that the paper is found and destroyed when the guardianship ends',
    },
    legalBasis: lendingIsPublicTask,
    end: endsAfterGuardianship,
    fields: [{ class: 'guardian', members: ['paper.month', 'paper.branch'] }],
    derivedFrom: ['guardian'],
    seenBy: ['borrower', 'staff', 'guardian'],
    changedBy: ['staff'],
  },
} satisfies Record<string, KindOfData>
