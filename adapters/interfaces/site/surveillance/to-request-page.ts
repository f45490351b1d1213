interface DecidedRequest {
  readonly body: { readonly viewing: string; readonly openUntil: string | null }
}

/** Leads to the page of the request that was decided on. */
export const toRequestPage = ({
  body: { viewing, openUntil },
}: DecidedRequest): { readonly to: string; readonly done: string } => ({
  to: `/vagt/anmodninger/${viewing}`,
  done: openUntil === null ? 'refused' : 'granted',
})
