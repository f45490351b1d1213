/** The place in a list at which a page begins, as the page before it names it. */
export const cursorOf = ({ cursor }: Readonly<Record<string, string>>): { readonly cursor?: string } =>
  cursor === undefined ? {} : { cursor }
