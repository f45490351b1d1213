/** Variables of the environment that belong together, and what they name. */
export interface ServingVariables {
  readonly names: ReadonlyArray<string>
  readonly means: string
}

/** All variables of the environment that `serve` reads. Its help and the guide list them. */
export const variablesOfServing: ReadonlyArray<ServingVariables> = [
  { names: ['RING'], means: 'the folder of the wrapping keys, unless --ring names it' },
  { names: ['RING_COPY'], means: 'a folder on another device for a copy of the ring' },
  {
    names: ['ESCROW', 'ESCROW_DAYS'],
    means: 'the folder of old wrapping keys, and for how many days they stay (default: 7)',
  },
  { names: ['RECEIPTS'], means: 'the folder of the erasure receipt (default: beside the ring)' },
  {
    names: ['RING_MODULE', 'RING_TOKEN', 'RING_PIN_FILE'],
    means:
      'a hardware module for the wrapping keys: its library, the label of the token, and a file with the PIN of its user',
  },
  {
    names: ['RING_STATEMENT', 'RING_OPERATOR_KEY'],
    means: 'the operator’s statement on copies of these keys, and the public key that verifies it',
  },
  {
    names: ['FOOTAGE'],
    means:
      'the folder of the contents of recordings, which all processes share (default: in the data folder; on servers none)',
  },
  { names: ['POLICY'], means: 'the policy file, unless --policy names it' },
  { names: ['CIRCULATION', 'PERSONS', 'KEYS'], means: 'the addresses of servers, unless options name them' },
  {
    names: ['GLEMSOM_ISSUER', 'GLEMSOM_AUDIENCE', 'GLEMSOM_KEYS_URL'],
    means: 'who signs the tokens, for whom, and where its keys are; not with --try',
  },
  { names: ['NODE_ENV'], means: 'production: no demo users and no simulated clock' },
  {
    names: ['PUBLIC_URL'],
    means: 'the address at which people reach the service, for the links in mails (default: the port listened on)',
  },
  {
    names: ['LOG_IN_BORROWERS_ISSUER', 'LOG_IN_BORROWERS_CLIENT_ID', 'LOG_IN_BORROWERS_SECRET_FILE'],
    means: 'the OpenID Connect provider by which borrowers and guardians log in on the pages; not with --try',
  },
  {
    names: ['LOG_IN_STAFF_ISSUER', 'LOG_IN_STAFF_CLIENT_ID', 'LOG_IN_STAFF_SECRET_FILE'],
    means: 'the provider by which those who work in the library log in; not with --try',
  },
  {
    names: ['LOG_IN_BORROWERS_NAME', 'LOG_IN_BORROWERS_SCOPE', 'LOG_IN_BORROWERS_ASSURANCE'],
    means: 'its name for people, what is asked of it (default: openid), and the assurance that is asked for',
  },
  { names: ['LOG_IN_BORROWERS_CPR_CLAIM'], means: 'the claim with the CPR number, which is matched and dropped' },
  {
    names: ['LOG_IN_STAFF_NAME', 'LOG_IN_STAFF_SCOPE', 'LOG_IN_STAFF_ASSURANCE'],
    means: 'the same of the provider for those who work in the library',
  },
  { names: ['LOG_IN_CARD'], means: 'no: borrowers cannot log in by card and PIN' },
  {
    names: ['TRUSTED_PROXY'],
    means: 'the addresses of the proxy that ends TLS; in production it must be named (loopback, 10.0.0.0/24)',
  },
  { names: ['SMTP_SERVER', 'MAIL_FROM'], means: 'the mail server with its port, and the address that mails come from' },
  {
    names: ['SMTP_USER', 'SMTP_PASSWORD_FILE', 'SMTP_CA'],
    means: 'the user name at the mail server, a file with the password, and a file with certificates of its authority',
  },
  {
    names: ['SMS_GATEWAY', 'SMS_TOKEN_FILE', 'SMS_SENDER'],
    means: 'the address of the SMS gateway, a file with its token, and the sender that telephones show',
  },
  {
    names: ['DIGITAL_POST_SENDER', 'DIGITAL_POST_SENDER_NAME'],
    means: 'the CVR number of the authority that sends by Digital Post, and the name that recipients read',
  },
  { names: ['MESSAGE_TEMPLATES'], means: 'a folder with texts of the library for its messages' },
  {
    names: ['CAMERAS', 'CAMERAS_CA'],
    means: 'a file with the addresses of cameras for the live picture, and a file with certificates of their authority',
  },
  { names: ['CPR_REGISTER'], means: 'the folder that stands for the CPR register (default: none)' },
]
