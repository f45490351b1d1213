import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** The texts that every page of the desk has. */
export const staffTexts = {
  title: { da: 'Skranke', en: 'Desk' },
  chooseBranch: { da: 'Ved hvilken filial står du?', en: 'At which branch are you?' },
  branchCode: {
    da: 'Filialens ISIL-kode, for eksempel DK-785100',
    en: 'The ISIL code of the branch, such as DK-785100',
  },
  unknownBranch: { da: 'Biblioteket har ingen sådan filial.', en: 'The library has no such branch.' },
  continue: { da: 'Fortsæt', en: 'Continue' },
  branch: { da: 'Filial:', en: 'Branch:' },
  otherBranch: { da: 'Skift filial', en: 'Change branch' },
  staffMenu: { da: 'Skranke', en: 'Desk' },
  back: { da: 'Tilbage', en: 'Back' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
