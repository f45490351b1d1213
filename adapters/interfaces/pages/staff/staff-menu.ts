import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What a desk does, in the order of the menu of its pages. */
export const staffMenu: ReadonlyArray<{ readonly path: string; readonly text: TextInBothLanguages }> = [
  { path: '/skranke/aflever', text: { da: 'Aflever', en: 'Return' } },
  { path: '/skranke/laan', text: { da: 'Udlån', en: 'Lend' } },
  { path: '/skranke/laaner', text: { da: 'Låner', en: 'Borrower' } },
]
