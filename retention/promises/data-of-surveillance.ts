import { accountability, surveillanceIsPublicTask } from './legal-bases'
import type { KindOfData } from './kind-of-data'

/** The video surveillance of branches. It names no borrower, and nothing joins it to one. */
export const dataOfSurveillance = {
  footage: {
    name: { da: 'Videoovervågning: optagelser', en: 'Video surveillance: recordings' },
    purpose: {
      da: 'kameraerne optager i åbningstiden, for at forebygge og opklare lovbrud; vagten kan også se et kamera direkte i 30 minutter, efter en konkret anmodning, og det billede gemmes ikke; kun politiet får en kopi; er du filmet, så spørg kommunen, før optagelsen er slettet, og sig dag, tid og sted; optagelser siger ikke, hvem der er låner',
      en: 'the cameras record during opening hours, to prevent and solve crime; the duty officer can also look at a camera live for 30 minutes, upon a concrete request, and that picture is not stored; the police alone get a copy; if you are filmed, ask the municipality before the recording is erased, and say day, time and place; recordings do not say who is a borrower',
    },
    legalBasis: surveillanceIsPublicTask,
    end: {
      da: 'senest 30 dage efter optagelsen; der gemmes intet længere for politiet; kun til en konkret sag med en låner, og kun hvis biblioteket har besluttet det, gemmes en optagelse længere, og låneren får det at vide',
      en: 'at the latest 30 days after the recording; nothing is kept longer for the police; a recording is kept longer only for a concrete dispute with a borrower, where the library has decided so, and the borrower is told',
    },
    fields: [{ class: 'footage', members: ['from', 'until', 'videoType', 'size', 'digest'] }],
    derivedFrom: ['footage'],
    seenBy: ['dutyOfficer', 'videoInvestigator'],
    changedBy: [],
  },
  videoViewings: {
    name: { da: 'Videoovervågning: hvem har set med', en: 'Video surveillance: who has looked' },
    purpose: {
      da: 'hvem der bad om at se video, hvorfor, hvad de fik at se, hvad politiet fik kopi af, og hvorfor en anmodning blev afvist; det står i dagsrapporten',
      en: 'who asked to look at video, why, what they were shown, of what the police got a copy, and why a request was refused; it stands in the day report',
    },
    legalBasis: accountability,
    end: { da: '30 dage efter anmodningen', en: '30 days after the request' },
    fields: [
      {
        class: 'viewing',
        members: [
          ...(['by', 'role', 'at', 'requestedBy', 'reason', 'act', 'because'] as const),
          ...(['branch', 'camera', 'footage', 'from', 'until', 'size', 'digest', 'caseNumber', 'basis'] as const),
          'whyRefused',
        ],
      },
    ],
    derivedFrom: ['viewing'],
    seenBy: ['administrator', 'dutyOfficer', 'videoInvestigator'],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
