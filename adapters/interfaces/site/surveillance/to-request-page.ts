/** Leads to the page of the request that was granted. */
export const toRequestPage = ({
  body: { viewing },
}: {
  readonly body: { readonly viewing: string }
}): { readonly to: string; readonly done: string } => ({ to: `/vagt/anmodninger/${viewing}`, done: 'granted' })
