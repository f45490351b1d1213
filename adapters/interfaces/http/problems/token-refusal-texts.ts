import type { TokenRefusalReason } from '../tokens/token-verifier'
import { httpProblemText, type ProblemText } from './http-problem-text'

/**
 * Texts for the reasons why a token is refused. The English ones are also the `error_description` of
 * `WWW-Authenticate`, which may hold only ASCII and no quotation marks (RFC 6750, section 3).
 */
export const tokenRefusalTexts: Readonly<Record<TokenRefusalReason, ProblemText>> = {
  tokenMalformed: httpProblemText(
    401,
    'Tokenet er ikke et gyldigt JSON Web Token (JWS) på højst 8.192 tegn.',
    'The token is not a valid JSON Web Token (JWS) of at most 8,192 characters.',
  ),
  tokenExpired: httpProblemText(
    401,
    'Tokenet er udløbet (exp). Log ind igen.',
    'The token has expired (exp). Log in again.',
  ),
  tokenNotYetValid: httpProblemText(
    401,
    'Tokenet gælder ikke endnu (nbf). Sammenlign udstederens ur med bibliotekets.',
    'The token is not valid yet (nbf). Compare the clock of the issuer with that of the library.',
  ),
  audienceWrong: httpProblemText(
    401,
    'Tokenet er udstedt til en anden modtager (aud) end dette bibliotek.',
    'The token is for another audience (aud) than this library.',
  ),
  issuerWrong: httpProblemText(
    401,
    'Tokenet er fra en anden udsteder (iss) end den, som biblioteket bruger.',
    'The token is from another issuer (iss) than the one that the library uses.',
  ),
  signatureWrong: httpProblemText(
    401,
    'Tokenets underskrift passer ikke til udstederens nøgle.',
    'The signature of the token does not fit the key of the issuer.',
  ),
  algorithmNotAllowed: httpProblemText(
    401,
    'Tokenet er underskrevet med en algoritme (alg), som biblioteket ikke tillader.',
    'The token is signed with an algorithm (alg) that the library does not allow.',
  ),
  keyUnknown: httpProblemText(
    401,
    'Tokenet er underskrevet med en nøgle, som udstederen ikke offentliggør, eller siger ikke hvilken (kid).',
    'The token is signed with a key that the issuer does not publish, or does not say which (kid).',
  ),
  claimMissing: httpProblemText(
    401,
    'Tokenet mangler en oplysning: det skal have iss, aud, sub og exp.',
    'The token lacks a claim: it must have iss, aud, sub and exp.',
  ),
  claimMalformed: httpProblemText(
    401,
    'En oplysning i tokenet har en forkert type: sub skal være tekst, exp og nbf tal.',
    'A claim of the token has a wrong type: sub must be a text, exp and nbf numbers.',
  ),
  roleMissing: httpProblemText(
    401,
    'Tokenet har ingen rolle (role): borrower, guardian, staff, machine, auditor, administrator, dutyOfficer, videoInvestigator eller videoRecorder.',
    'The token has no role (role): borrower, guardian, staff, machine, auditor, administrator, dutyOfficer, videoInvestigator or videoRecorder.',
  ),
  roleUnknown: httpProblemText(
    401,
    'Tokenets rolle (role) er ukendt: den skal være borrower, guardian, staff, machine, auditor, administrator, dutyOfficer, videoInvestigator eller videoRecorder.',
    'The role of the token (role) is unknown: it must be borrower, guardian, staff, machine, auditor, administrator, dutyOfficer, videoInvestigator or videoRecorder.',
  ),
  subjectNotBorrowerId: httpProblemText(
    401,
    'Tokenet er for en låner, men sub er ikke en låners id (en UUID med små bogstaver).',
    'The token is for a borrower, but sub is not the id of a borrower (a UUID in lower case).',
  ),
  guardianshipsMalformed: httpProblemText(
    401,
    'Tokenet er for en værge, men guardianships er ikke en liste af højst 50 id for værgemål (UUID med små bogstaver).',
    'The token is for a guardian, but guardianships is not a list of at most 50 ids of guardianships (UUIDs in lower case).',
  ),
}
