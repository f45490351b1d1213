import type { PersonalFields, TextInBothLanguages } from './kind-of-data'

/** What ends with the borrower. */
export const endsWithBorrower: TextInBothLanguages = {
  da: 'når låneren slettes: på anmodning, så snart intet lån, gebyr eller andet står i vejen; ellers to til to et halvt år efter at biblioteket sidst blev brugt',
  en: 'when the borrower is erased: on request, as soon as no loan, fee or other matter stands in the way; otherwise two to two and a half years after the library was last used',
}

/** What ends when it is changed. */
export const endsWhenReplaced: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev ændret; senest når låneren slettes',
  en: 'at the end of the month after the month of the change; at the latest when the borrower is erased',
}

/** In older folders the value is sealed with the borrower: in events of the first version, and as they read today. */
export const memberInOlderFolders = (member: string): PersonalFields => ({
  class: 'borrower',
  members: [member, `detailsOfVersion1.${member}`],
})
