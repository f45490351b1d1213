import { viewingDays } from '../../../../domain/policy/video-policy'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** The titles of the pages on video surveillance. */
export const surveillanceTitles = {
  recordings: { da: 'Optagelser', en: 'Recordings' },
  recording: { da: 'En optagelse', en: 'A recording' },
  live: { da: 'Se direkte', en: 'Live picture' },
  requests: { da: 'Anmodninger', en: 'Requests' },
  request: { da: 'En anmodning', en: 'A request' },
  dayReport: { da: 'Dagsrapport', en: 'Day report' },
  coverage: { da: 'Huller i overvågningen', en: 'Gaps in the surveillance' },
} as const satisfies Texts

/** What the pages on video surveillance say. */
export const surveillanceTexts = {
  camera: { da: 'Kamera', en: 'Camera' },
  branch: { da: 'Filial', en: 'Branch' },
  period: { da: 'Tidsrum', en: 'Period' },
  content: { da: 'Indhold', en: 'Content' },
  notCome: { da: 'Ikke kommet endnu', en: 'Has not come yet' },
  notComeIsNotRecorded: {
    da: 'Optagelsen er ikke kommet endnu. Den kan hverken åbnes eller udleveres, og en anmodning om den noteres ikke.',
    en: 'The recording has not come yet. It can be neither opened nor handed out, and a request for it is not recorded.',
  },
  stored: { da: 'Gemt', en: 'Stored' },
  erasedOn: { da: 'Slettes', en: 'Erased' },
  atEndOf: { da: 'Slettes ved udgangen af', en: 'Erased at the end of' },
  requestErasedAtEndOf: { da: 'Anmodningen slettes ved udgangen af', en: 'The request is erased at the end of' },
  openUntil: { da: 'Åben indtil', en: 'Open until' },
  isOver: {
    da: 'Anmodningen er slut: det, den gav adgang til, kunne ses eller hentes i 30 minutter.',
    en: 'The request is over: what it gave access to could be seen or fetched for 30 minutes.',
  },
  askAgain: { da: 'Bed om det igen', en: 'Ask again' },
  actions: { da: 'Handling', en: 'Action' },
  open: { da: 'Vis eller udlevér', en: 'View or hand out' },
  handOut: { da: 'Udlevér til politiet', en: 'Hand out to the police' },
  noRecordings: { da: 'Der er ingen optagelser.', en: 'There are no recordings.' },
  noneFound: {
    da: 'Der er ingen optagelse fra det kamera og den dag.',
    en: 'There is no recording of that camera and day.',
  },
  anyCamera: { da: 'Alle kameraer', en: 'All cameras' },
  find: { da: 'Find optagelser', en: 'Find recordings' },
  showAll: { da: 'Vis alle optagelser', en: 'Show all recordings' },
  keptAtMost: {
    da: 'En optagelse gemmes højst 30 dage. Intet gemmes længere for politiet, som får en kopi. Kun en konkret sag med en låner kan udsætte sletningen.',
    en: 'A recording is kept 30 days at most. Nothing is kept longer for the police, who get a copy. Only a concrete dispute with a borrower can put off the erasure.',
  },
  size: { da: 'Størrelse', en: 'Size' },
  bytes: { da: 'byte', en: 'bytes' },
  digest: { da: 'Kontrolsum (SHA-256)', en: 'Checksum (SHA-256)' },
  requestedBy: { da: 'Hvem har bedt om det', en: 'Who has asked' },
  requestedByHint: { da: 'Navn og myndighed eller virksomhed', en: 'Name, and authority or firm' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  reasonHint: {
    da: 'Hvorfor det er nødvendigt, konkret. Skriv ikke CPR-numre.',
    en: 'Why it is necessary, concretely. Do not write CPR numbers.',
  },
  caseNumber: { da: 'Journalnummer', en: 'Case number' },
  caseNumberOfPolice: { da: 'Kun politiet skal oplyse det', en: 'Only the police must give it' },
  basis: { da: 'Hjemmel', en: 'Legal basis' },
  basisHint: {
    da: 'Den lov eller kendelse, som politiet henviser til',
    en: 'The law or order that the police name',
  },
  recipient: { da: 'Hvem skal have kopien', en: 'Who is to get the copy' },
  police: { da: 'Politiet', en: 'The police' },
  other: { da: 'En anden: afvises og noteres', en: 'Somebody else: is refused and recorded' },
  view: { da: 'Åbn optagelsen i en undersøgelse', en: 'Open the recording in an investigation' },
  viewSend: { da: 'Åbn optagelsen', en: 'Open the recording' },
  disclose: { da: 'Udlevér en kopi til politiet', en: 'Give the police a copy' },
  viewForInvestigators: {
    da: 'Optagelser åbnes af godkendt personale alene.',
    en: 'Recordings are opened by approved staff alone.',
  },
  isRecorded: {
    da: 'En anmodning noteres med begrundelsen i dagsrapporten, når den er givet eller afvist. Intet noteres, når formularen mangler noget, eller du skal logge ind igen.',
    en: 'A request is recorded with its reason in the day report when it is granted or refused. Nothing is recorded when the form lacks something, or you have to log in again.',
  },
  liveSend: { da: 'Se kameraet direkte', en: 'Look at the camera' },
  liveFor30Minutes: {
    da: 'Du kan se kameraets billede her i 30 minutter efter anmodningen. Det fornys hvert sekund og gemmes ikke.',
    en: 'You can look at the picture of the camera here for 30 minutes after the request. It is renewed each second, and not stored.',
  },
  live: { da: 'Kameraets billede lige nu', en: 'The picture of the camera at this moment' },
  liveNoAnswer: {
    da: 'Svarer kameraet ikke, står det i billedet, og biblioteket spørger det igen hvert femte sekund. Når tiden er gået, eller du logger ud, står der, at billedet ikke er direkte mere.',
    en: 'If the camera does not answer, the picture says so, and the library asks it again every five seconds. When the time is over, or you log out, it says that it is not live any more.',
  },
  liveStandIn: {
    da: 'Demobiblioteket har intet kamera: det er et testbillede.',
    en: 'The demo library has no camera: this is a test picture.',
  },
  liveNoAddress: {
    da: 'Biblioteket har ikke fået at vide, hvor kameraet er, og kan ikke vise billedet her. Se det på vagtens skærm, i 30 minutter efter anmodningen.',
    en: 'The library has not been told where the camera is, and cannot show the picture here. Look at it on the screen of the duty office, for 30 minutes after the request.',
  },
  noCameras: { da: 'Bibliotekets politik nævner ingen kameraer.', en: 'The policy of the library names no cameras.' },
  at: { da: 'Hvornår', en: 'When' },
  act: { da: 'Hvad', en: 'What' },
  by: { da: 'Hvem på biblioteket', en: 'Who at the library' },
  decision: { da: 'Afgørelse', en: 'Decision' },
  requestGranted: {
    da: 'Anmodningen er givet og noteret i dagsrapporten.',
    en: 'The request is granted, and stands in the day report.',
  },
  granted: { da: 'Givet', en: 'Granted' },
  refused: { da: 'Afvist', en: 'Refused' },
  noRequests: { da: 'Der er ingen anmodninger.', en: 'There are no requests.' },
  requestsAreErased: {
    da: `Anmodninger slettes efter ${String(viewingDays)} dage. Ingen kan se, om der var nogen den dag.`,
    en: `Requests are erased after ${String(viewingDays)} days. Nobody can see whether there were any on that day.`,
  },
  dayIsToCome: { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' },
  noRequestsOnDay: { da: 'Der var ingen anmodninger den dag.', en: 'There were no requests on that day.' },
  details: { da: 'Vis anmodningen', en: 'Show the request' },
  receipt: { da: 'Kvittering for udlevering til politiet', en: 'Receipt for the copy to the police' },
  receiptSigned: { da: 'Modtaget (dato og underskrift):', en: 'Received (date and signature):' },
  receiptOriginal: {
    da: 'Biblioteket sletter sin egen optagelse på den sædvanlige dag, også når politiet har fået en kopi. Kopien er politiets ansvar.',
    en: 'The library erases its own recording on the usual day, also when the police have got a copy. The copy is the responsibility of the police.',
  },
  ownRecording: { da: 'Bibliotekets egen optagelse', en: 'The recording of the library' },
  erasureIsWithheld: {
    da: 'Din rolle får ikke vist, hvornår den slettes.',
    en: 'Your role is not shown when it is erased.',
  },
  fetchCopy: { da: 'Hent kopien', en: 'Fetch the copy' },
  openFor30Minutes: {
    da: 'Den, der skrev anmodningen ind, kan se og hente optagelsen i 30 minutter derefter.',
    en: 'Whoever entered the request can watch and fetch the recording for 30 minutes after it.',
  },
  openForRequester: {
    da: 'Kun den, der skrev anmodningen ind, kan se eller hente det, den gav adgang til. Skriv din egen anmodning, hvis din rolle må.',
    en: 'Whoever entered the request alone can watch or fetch what it gave access to. Enter a request of your own if your role may.',
  },
  watch: { da: 'Optagelsen', en: 'The recording' },
  day: { da: 'Dag', en: 'Day' },
  showDay: { da: 'Vis dagen', en: 'Show the day' },
  gaps: { da: 'Åbningstid uden optagelse', en: 'Opening hours without a recording' },
  gapsLead: {
    da: 'Et kameras optagelser sammenlignes med åbningstiden fra dagen for dets ældste optagelse, som ikke er slettet. Et kamera uden optagelser står én gang, med sin seneste åbningstid.',
    en: 'The recordings of a camera are compared with the opening hours from the day of its oldest recording that is not erased. A camera without recordings stands once, with its latest opening hours.',
  },
  noGaps: { da: 'Der er optaget i hele åbningstiden.', en: 'All opening hours are recorded.' },
  outside: { da: 'Optaget uden for åbningstiden', en: 'Recorded outside opening hours' },
  noneOutside: { da: 'Intet er optaget uden for åbningstiden.', en: 'Nothing is recorded outside opening hours.' },
  recordingGone: { da: 'Optagelsen er slettet.', en: 'The recording is erased.' },
} as const satisfies Texts

/** What was asked for. */
export const videoActTexts = {
  liveVideo: { da: 'Se direkte', en: 'Live picture' },
  footage: { da: 'Åbne en optagelse', en: 'Open a recording' },
  copy: { da: 'Kopi af en optagelse', en: 'Copy of a recording' },
} as const satisfies Texts

/** Why a request was refused. */
export const refusalTexts = {
  roleMayNot: { da: 'rollen giver ikke adgang', en: 'the role does not allow it' },
  notThePolice: { da: 'kun politiet får en kopi', en: 'the police alone get a copy' },
  noGroundFound: { da: 'biblioteket fandt ikke grundlag for den', en: 'the library found no ground for it' },
} as const satisfies Texts
