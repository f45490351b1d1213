import { accountability, websiteIsPublicTask } from './legal-bases'
import type { KindOfData } from './kind-of-data'

/** What the website logs of those who log in. Pages for anyone log nothing. */
export const dataOfWebsite = {
  serverLog: {
    name: { da: 'Serverlog', en: 'Server log' },
    purpose: {
      da: 'IP-adresse, browser og time for besøg på de sider, der kræver log ind; ikke hvilken side og ikke hvem; til sikkerhed og til antallet af besøgende',
      en: 'IP address, browser and hour of visits to the pages that need a log-in; not which page and not who; for security and for the number of visitors',
    },
    legalBasis: websiteIsPublicTask,
    end: { da: '30 dage efter dagen', en: '30 days after the day' },
    fields: [{ class: 'serverLog', members: ['hour', 'lines'] }],
    derivedFrom: ['serverLog'],
    seenBy: ['administrator'],
    changedBy: [],
  },
  serverLogOpenings: {
    name: { da: 'Åbninger af serverloggen', en: 'Openings of the server log' },
    purpose: {
      da: 'hvem der åbnede en dags serverlog, og hvorfor, så databeskyttelsesrådgiveren kan spørge, om grunden holder',
      en: 'who opened the server log of a day, and why, so that the data protection officer can ask whether the reason holds',
    },
    legalBasis: accountability,
    end: {
      da: 'ved udgangen af den sjette måned efter måneden, hvor den blev åbnet',
      en: 'at the end of the sixth month after the month of the opening',
    },
    fields: [{ class: 'serverLogOpening', members: ['openedBy', 'reason'] }],
    derivedFrom: ['serverLogOpening'],
    seenBy: ['administrator'],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
