import type { MenuEntry } from '../layout/page-frame'

/** What a desk does, in the order of the menu of its pages. */
export const staffMenu: ReadonlyArray<MenuEntry> = [
  { path: '/skranke/aflever', text: { da: 'Aflever', en: 'Return' } },
  { path: '/skranke/laan', text: { da: 'Udlån', en: 'Lend' } },
  { path: '/skranke/laaner', text: { da: 'Låner', en: 'Borrower' } },
  { path: '/skranke/titel', text: { da: 'Kø', en: 'Queue' } },
  { path: '/skranke/plukliste', text: { da: 'Plukliste', en: 'Pull list' } },
  { path: '/skranke/afhentning', text: { da: 'Afhentningshylde', en: 'Pick-up shelf' } },
  { path: '/skranke/forsendelse', text: { da: 'Forsendelse', en: 'Transit' } },
  { path: '/skranke/soegelister', text: { da: 'Søgelister', en: 'Search lists' } },
  { path: '/skranke/sager', text: { da: 'Sager', en: 'Cases' } },
  { path: '/skranke/breve', text: { da: 'Breve', en: 'Letters' } },
  { path: '/skranke/kasse', text: { da: 'Kasse', en: 'Cash' } },
]
