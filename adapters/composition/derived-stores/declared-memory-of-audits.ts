import { notErasedAsNobodyIsNamed, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

const completeness = 'retention/completeness'
const verifier = 'adapters/interfaces/verify'

/** What an audit holds in memory while it runs, in the library and in the program that verifies exports. */
export const declaredMemoryOfAudits: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'audits',
    kind: 'list',
    holds: 'scope ids, classes and days of both logs while an audit runs',
    erasure: notErasedAsNobodyIsNamed,
    variables: [
      `${completeness}/attested-scope-end-count.ts#counts`,
      `${completeness}/due-scopes-fold.ts#declaredOn`,
      `${completeness}/due-scopes-fold.ts#openMonth`,
      `${completeness}/fold-open-parts-of-log.ts#ends`,
      `${completeness}/living-scopes-as-of.ts#named`,
      `${completeness}/living-scopes-as-of.ts#declared`,
      `${completeness}/scope-fold.ts#scopes`,
      `${completeness}/scope-fold.ts#erased`,
      `${completeness}/scope-fold.ts#lost`,
      `${completeness}/scope-fold.ts#runs`,
      `${completeness}/scope-fold.ts#borrowers`,
      `${completeness}/scope-fold.ts#accepted`,
      `${completeness}/scope-fold.ts#refused`,
      `${completeness}/scope-fold.ts#closings`,
    ],
  },
  {
    name: 'the program that verifies exports',
    kind: 'list',
    holds: 'what an export says of events, scopes and certificates, while the program runs',
    erasure: notErasedAsNobodyIsNamed,
    variables: [
      `${verifier}/check-certificates-of-log.ts#uncertifiedRuns`,
      `${verifier}/check-certificates-of-log.ts#declaredScopes`,
      `${verifier}/check-certificates-of-log.ts#findings`,
      `${verifier}/check-certificates-of-log.ts#declaredRuns`,
      `${verifier}/scope-fold.ts#steps`,
      `${verifier}/read-log.ts#findings`,
      `${verifier}/scope-fold-state.ts#borrowers`,
      `${verifier}/scope-fold-state.ts#erased`,
      `${verifier}/scope-fold-state.ts#lost`,
      `${verifier}/scope-fold-state.ts#runs`,
      `${verifier}/scope-fold-state.ts#scopes`,
      `${verifier}/verify-log.ts#certificateNumbers`,
    ],
  },
]
