/** The page of a certificate, without the language. */
export const certificatePath = (certificate: string): string => `/revision/certifikater/${certificate}`

/** What is signed, the signature and the key, as JSON. */
export const certificateFilePath = (certificate: string): string => `${certificatePath(certificate)}/fil`

/** The proof that the certificate is in its log, as JSON. */
export const certificateProofPath = (certificate: string): string => `${certificatePath(certificate)}/bevis`
