/** The channel by which a message was sent, and where to. Digital Post is addressed by the CPR number, which is not stored. */
export type SentTo =
  | { readonly channel: 'email' | 'sms'; readonly address: string }
  | { readonly channel: 'digitalPost'; readonly address: null }
