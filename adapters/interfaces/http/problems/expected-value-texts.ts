import type { TranslatedText } from './http-problem-text'

const idText = (da: string, en: string): TranslatedText => ({
  da: `${da}: en UUID med små bogstaver, f.eks. 5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33`,
  en: `${en}: a UUID in lower case, such as 5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33`,
})

/** What each codec of a single value accepts, by the name of the codec. It completes the sentence `must be ...`. */
export const expectedValueTexts: Readonly<Record<string, TranslatedText>> = {
  BorrowerId: idText('en låners id', 'the id of a borrower'),
  LoanId: idText('et låns id', 'the id of a loan'),
  ReservationId: idText('en reserverings id', 'the id of a reservation'),
  FeeId: idText('et gebyrs id', 'the id of a fee'),
  CardId: idText('et korts id', 'the id of a card'),
  BlockId: idText('en blokerings id', 'the id of a block'),
  OfflineCaseId: idText('en sags id', 'the id of a case'),
  NoticeId: idText('en beskeds id', 'the id of a message'),
  MessageId: idText('en beskeds id', 'the id of a message'),
  GuardianId: idText('id for et papir fra listen', 'the id of a paper from the list'),
  GuardianshipId: idText('et værgemåls id', 'the id of a guardianship'),
  PaymentId: idText('en betalings id', 'the id of a payment'),
  CollectionFileId: idText('et id for en fil til inddrivelse', 'the id of a file to the collector'),
  FootageId: idText('en optagelses id', 'the id of a recording'),
  ViewingId: idText('en anmodnings id', 'the id of a request'),
  CameraId: {
    da: 'et kameras navn: højst 30 bogstaver a-z, cifre og bindestreger, f.eks. indgang',
    en: 'the name of a camera: at most 30 letters a-z, digits and hyphens, such as indgang',
  },
  HoldId: idText('et slettestops id', 'the id of a legal hold'),
  ScopeId: idText(
    'id på det, der slettes på én gang, f.eks. et lån',
    'the id of what is erased at one time, such as a loan',
  ),
  ClassOpeningId: idText('en åbnings id', 'the id of an opening'),
  RecordId: {
    da: 'nummeret på et eksemplar eller en titel, f.eks. 3274626533, eller en UUID med små bogstaver',
    en: 'the number of a copy or a title, such as 3274626533, or a UUID in lower case',
  },
  PositionInLog: { da: 'en position fra loggen: højst 15 cifre', en: 'a position of the log: at most 15 digits' },
  RevisionOfStream: { da: 'et nummer i strømmen: højst 15 cifre', en: 'a revision of the stream: at most 15 digits' },
  CertificateId: idText('et certifikats id', 'the id of a certificate'),
  ScopeClass: { da: 'en sletteklasse, f.eks. loan', en: 'a deletion class, such as loan' },
  DayOrMonth: {
    da: 'en dag eller en måned, f.eks. 2026-11-22 eller 2026-11',
    en: 'a day or a month, such as 2026-11-22 or 2026-11',
  },
  CopyId: {
    da: 'et materialenummer (stregkode): 10 cifre, f.eks. 3274626533',
    en: 'an item number (barcode): 10 digits, such as 3274626533',
  },
  TitleId: {
    da: 'et FAUST-nummer: 8 eller 9 cifre, f.eks. 52557240',
    en: 'a FAUST number: 8 or 9 digits, such as 52557240',
  },
  Volume: {
    da: 'et bind eller nummer af et tidsskrift: højst 20 tegn, bogstaver a-z og cifre, mellem dem også mellemrum . / : -, f.eks. 2026/3',
    en: 'a volume or issue of a periodical: at most 20 characters, letters a-z and digits, between them also spaces . / : -, such as 2026/3',
  },
  BranchId: {
    da: 'et ISIL-nummer for et dansk folkebibliotek: DK-7 og fem cifre til, f.eks. DK-785100',
    en: 'the ISIL of a branch of a Danish public library: DK-7 and five more digits, such as DK-785100',
  },
  MunicipalityCode: {
    da: 'en kommunekode: tre cifre, f.eks. 851',
    en: 'a municipality code: three digits, such as 851',
  },
  Day: {
    da: 'en dag, der findes i kalenderen, som ÅÅÅÅ-MM-DD, f.eks. 2026-11-22',
    en: 'a day that exists in the calendar, as YYYY-MM-DD, such as 2026-11-22',
  },
  Month: { da: 'en måned som ÅÅÅÅ-MM, f.eks. 2026-11', en: 'a month as YYYY-MM, such as 2026-11' },
  Instant: {
    da: 'et tidspunkt, der findes, i UTC med millisekunder, f.eks. 2026-11-22T09:30:00.000Z',
    en: 'a moment that exists, in UTC with milliseconds, such as 2026-11-22T09:30:00.000Z',
  },
  Ore: {
    da: 'et beløb i hele øre, 0 eller mere, f.eks. 24900 for 249,00 kr.',
    en: 'an amount in whole øre, 0 or more, such as 24900 for DKK 249.00',
  },
  CardNumber: {
    da: 'et kortnummer: 4 til 20 cifre eller store bogstaver, f.eks. 2000001234',
    en: 'a card number: 4 to 20 digits or capital letters, such as 2000001234',
  },
  BorrowerNumber: {
    da: 'et lånernummer: 1 til 40 cifre, bogstaver eller bindestreger, f.eks. 48203957',
    en: 'a borrower number: 1 to 40 digits, letters or hyphens, such as 48203957',
  },
  Pin: { da: 'en PIN-kode: 4 til 8 cifre, f.eks. 2468', en: 'a PIN: 4 to 8 digits, such as 2468' },
  Phone: {
    da: 'et telefonnummer: 8 til 15 cifre uden mellemrum, evt. med + foran, f.eks. +4500000000',
    en: 'a phone number: 8 to 15 digits without blanks, + may stand in front, such as +4500000000',
  },
  Email: { da: 'en e-mailadresse, f.eks. reader@example.dk', en: 'an e-mail address, such as reader@example.dk' },
  OrderId: {
    da: 'et ordrenummer: 1 til 64 bogstaver (a-z), cifre, punktummer, understregninger eller bindestreger, f.eks. order-2041',
    en: 'an order id: 1 to 64 letters (a-z), digits, full stops, underscores or hyphens, such as order-2041',
  },
  ReceiptText: {
    da: 'en kvittering, som den blev udskrevet: to rækker af tegn med et punktum imellem, f.eks. eyJjb3B5.kvittering',
    en: 'a receipt as it was printed: two rows of characters with a full stop between them, such as eyJjb3B5.receipt',
  },
  CprAsWritten: {
    da: 'et CPR-nummer med eller uden bindestreg, f.eks. 010158-5000',
    en: 'a CPR number with or without a hyphen, such as 010158-5000',
  },
  StreamName: {
    da: 'navnet på en hændelsesstrøm: kategori, bindestreg og id, f.eks. copy-3274626533',
    en: 'the name of a stream: category, hyphen and id, such as copy-3274626533',
  },
}
