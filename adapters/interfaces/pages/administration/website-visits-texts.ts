import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** What the page on visits to the website says. */
export const websiteVisitsTexts = {
  lead: {
    da: 'Besøg tælles, og ingen person gemmes. Siderne tælles dag for dag. Browserne tælles, når måneden er afsluttet, og færre end fem besøgende lægges sammen under “other”.',
    en: 'Visits are counted, and no person is kept. Pages are counted day by day. Browsers are counted once the month is closed, and fewer than five visitors are merged under “other”.',
  },
  month: { da: 'Måned', en: 'Month' },
  monthHint: { da: 'År og måned, for eksempel 2026-01', en: 'Year and month, for example 2026-01' },
  show: { da: 'Vis måneden', en: 'Show the month' },
  pages: { da: 'Sider', en: 'Pages' },
  page: { da: 'Side', en: 'Page' },
  visits: { da: 'Besøg', en: 'Visits' },
  noPages: { da: 'Ingen besøg er talt i måneden.', en: 'No visits are counted in the month.' },
  browsers: { da: 'Browsere', en: 'Browsers' },
  browser: { da: 'Browser', en: 'Browser' },
  visitors: { da: 'Besøgende', en: 'Visitors' },
  noBrowsers: {
    da: 'Browserne tælles, når måneden er afsluttet.',
    en: 'Browsers are counted once the month is closed.',
  },
  stays: { da: 'Tallene peger ikke på nogen og bliver stående.', en: 'The figures point to nobody, and stay.' },
} as const satisfies Texts
