import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What pages call those who have a role. */
export const roleTexts = {
  borrower: { da: 'låneren', en: 'the borrower' },
  guardian: { da: 'værgen', en: 'the guardian' },
  staff: { da: 'personalet', en: 'staff' },
  administrator: { da: 'administratoren', en: 'the administrator' },
  auditor: { da: 'revisoren', en: 'the auditor' },
  dutyOfficer: { da: 'vagten', en: 'the duty officer' },
  videoInvestigator: { da: 'godkendt personale', en: 'approved staff' },
  machine: { da: 'automaten', en: 'the machine' },
  videoRecorder: { da: 'kameraet', en: 'the camera' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
